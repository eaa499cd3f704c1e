import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { monitorCsv } from '../fixtures/monitor-export'
import { openApp, openEmptied, origin } from './app'
import { openWindow } from './chromium'
import { chooseOption } from './controls'
import { confirmSaving, download, openTab, PHOTO, saveCheck, TABLET } from './field-work'

const panelOf = (page: Page) => page.getByRole('region', { name: '异常处置', exact: true })
const stage = (page: Page, name: string) => panelOf(page).getByRole('region', { name, exact: true })

describe('a case', () => {
  it('is opened from a complaint, and goes from a dropped export of a monitor to its closing on two devices', async () => {
    const name = '珠泉路北段保障房三标'
    /** Two days of its monitor, with two hours far above any limit; then a day without. */
    const csv = (from: string, quarters: number, high: readonly number[]) =>
      monitorCsv(['GD2022-0001'], from, quarters, (_, quarter) => (high.includes(quarter) ? 2500 : 90 + (quarter % 7)))
    const bring = async (page: Page, file: string, text: string) => {
      await page.goto(`${origin}#/data`)
      await page.getByTestId('files').setInputFiles({ name: file, mimeType: 'text/csv', buffer: Buffer.from(text) })
      await page.getByRole('button', { name: /^保存 [\d,]+ 条数据/ }).click()
      await page
        .getByRole('region', { name: '已保存的监测数据' })
        .getByText(/^1 台设备/)
        .waitFor()
    }
    const office = await openApp({ viewport: { width: 1440, height: 900 } })
    const { page: desk } = office
    await desk.clock.setFixedTime('2022-10-30T11:20:00+08:00')
    const nineToEleven = Array.from({ length: 8 }, (_, i) => (24 + 9) * 4 + i)
    await bring(desk, '监测.csv', csv('2022-10-29 00:00', (24 + 11) * 4, nineToEleven))

    await desk.goto(`${origin}#/explore?panel=cases`)
    const panel = panelOf(desk)
    await panel.getByText('还没有立案').waitFor()
    await panel.getByText(/^规则：近 3 天有小时值超过限值即提出；限值依据：DB61/).waitFor()
    const form = panel.getByRole('form', { name: '立案' })
    // A complaint is proposed with its reason; the user types the wind and when it was noticed.
    const told = panel.getByRole('button', { name: /示例.*举报\d+：立案$/ }).first()
    const toldName = (await told.getAttribute('aria-label'))!.replace('：立案', '')
    await told.click()
    await chooseOption(form.getByLabel('风从哪里来'), '14')
    await form
      .getByText(/上风向 5 公里内 [\d,]+ 处|范围内没有污染源/)
      .first()
      .waitFor()
    // Only the day of the complaint is known.
    await form.getByText(/只知道上报日期，已填当日 23:59/).waitFor()
    await form.getByRole('textbox', { name: /^发现时间/ }).fill('')
    await form.getByText(/^还需填写：发现时间/).waitFor()
    await form.getByRole('button', { name: '就是现在' }).click()
    await form.getByLabel('立案人').fill('王内勤')
    await form.getByRole('button', { name: '立案', exact: true }).click()
    const toldCard = panel.getByRole('article', { name: toldName })
    await toldCard.getByText('发现', { exact: true }).waitFor()
    await toldCard.getByText('西北风 315°，2 米/秒（风向人工填写，风速为默认值）').waitFor()
    // The page’s address is a link to the case: the address alone opens it.
    expect(desk.url()).toMatch(/[?&]case=[\w-]+/)
    await desk.reload()
    await toldCard.getByText('时限未经核实').waitFor()
    const back = toldCard.getByRole('button', { name: '返回列表' })
    const [above, title] = [back, toldCard.getByRole('heading', { level: 2 })].map((each) => each.boundingBox())
    // The title, which stays in sight while the card scrolls, covers no part of it.
    expect((await title)!.y).toBeGreaterThanOrEqual((await above)!.y + (await above)!.height)
    await back.click()

    const proposal = panel.getByRole('listitem').filter({ hasText: name })
    await proposal.getByText(/2022-10-30 09:00–11:00 TSP 2 小时超过限值 700 µg\/m³，最高 2500/).waitFor()
    await proposal.getByRole('button', { name: `${name}：立案` }).click()
    expect(await form.getByLabel('发现时间').inputValue()).toBe('2022-10-30 10:00')
    await form.getByText(/公里内 [\d,]+ 处，列出 \d 处/).waitFor()
    await form.getByLabel('立案人').fill('王内勤')
    await form.getByRole('button', { name: '立案', exact: true }).click()
    const card = panel.getByRole('article', { name })
    await card.getByText('派发时案件位置本身是必到的一站').waitFor()
    // The site of the monitor comes first and is a stop; other sources are none until somebody ticks them, as they meet all
    // requirements.
    const likely = card.getByRole('region', { name: '可能来源' }).getByRole('listitem')
    await likely
      .first()
      .getByText(/^监测点所在建筑工地/)
      .waitFor()
    expect(await likely.first().getByRole('checkbox').isChecked()).toBe(true)
    expect(await card.getByRole('checkbox', { checked: true }).count()).toBe(1)
    for (const nth of [1, 2, 3, 4, 5]) {
      expect(await likely.nth(nth).textContent()).toContain('符合')
      await likely.nth(nth).getByRole('checkbox').check()
    }
    await card.getByText(/^时限从发现时间 2022-10-30 10:00 起算：小时值在该小时结束时才能得出。/).waitFor()
    // The map moved there, and shows the likely sources by number.
    await desk.getByRole('button', { name: /^2 / }).first().waitFor()
    await expect.poll(() => desk.url()).toMatch(/[?&]at=/)
    await card.getByRole('button', { name: '派发给巡查组' }).click()
    const dialog = desk.getByRole('dialog', { name: '下达巡查路线' })
    // The place of the case is that of the site: one stop.
    await dialog.getByText(`${name}（案件位置在此）`).waitFor()
    await dialog.getByText(/^共 6 处/).waitFor()
    await expect.poll(() => dialog.getByLabel('路线名称').inputValue()).toBe(name)
    const order = await download(desk, () => dialog.getByRole('button', { name: '保存路线文件（.json）' }).click())
    await dialog.getByRole('button', { name: '关闭' }).click()
    await card.getByText('已派发', { exact: true }).waitFor()

    const tablet = await openApp(TABLET)
    const { page } = tablet
    await page.clock.setFixedTime('2022-10-30T11:30:00+08:00')
    await page.goto(`${origin}#/field`)
    await openTab(page, '交内勤')
    await page.getByTestId('receipt').setInputFiles(order)
    await page.getByText(new RegExp(`收到异常处置任务 1 件：${name}`)).waitFor()
    // Its place is on the map, and a press opens its text.
    await openTab(page, '地图')
    await page.getByRole('button', { name: new RegExp(`^案件位置：${name}.*未到$`) }).click()
    const task = page.getByRole('region', { name: '异常处置任务' }).getByRole('article', { name })
    await expect.poll(() => task.evaluate((element) => element === document.activeElement)).toBe(true)
    await task.getByText(/到场：时限/).waitFor()
    // Pressed too early, withdrawn, and pressed on site. The first time it asks who records, too.
    await task.getByRole('button', { name: '我已到场' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: '记录人' }).fill('张三')
    await page.keyboard.press('Tab')
    await confirmSaving(page)
    await task.getByRole('button', { name: /撤回到场/ }).click()
    await task.getByText(/^2022-10-30 11:30 的到场已由.+于 2022-10-30 11:30 撤回，不计入$/).waitFor()
    await page.clock.setFixedTime('2022-10-30T11:45:00+08:00')
    await task.getByRole('button', { name: '我已到场' }).click()
    await confirmSaving(page)
    await task.getByText('2022-10-30 11:45 已到场').waitFor()
    const stops = page.getByRole('region', { name: '路线', exact: true }).getByRole('listitem')
    await stops
      .first()
      .getByText(/^已到场/)
      .waitFor()
    // After the site itself, the first of the likely sources.
    await stops.nth(2).getByRole('button').first().click()
    const check = page.getByRole('region', { name: /^检查 / })
    await check.getByRole('button', { name: '不符合', exact: true }).first().click()
    await saveCheck(page)
    await check.getByText('已保存到本机').waitFor()
    await page.getByRole('button', { name: '返回', exact: true }).click()
    await task.getByRole('button', { name: '现场反馈' }).click()
    const report = task.getByRole('region', { name: '现场反馈' })
    await report.getByRole('button', { name: '已当场整改' }).click()
    await page.getByTestId('photos').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: PHOTO })
    await report.getByRole('img', { name: /^照片 \d\d:\d\d$/ }).waitFor()
    await report.getByLabel('情况说明').fill('已洒水覆盖')
    await report.getByRole('button', { name: '保存反馈' }).click()
    await page.getByText('已反馈 1 件').click()
    await task.getByText(/已反馈：已当场整改/).waitFor()
    await openTab(page, '交内勤')
    const bundle = await download(page, () => page.getByRole('button', { name: '生成巡查包（.zip）' }).click())

    // The next day: the team’s steps, and the monitor’s values since.
    await desk.clock.setFixedTime('2022-10-31T13:00:00+08:00')
    await desk.goto(`${origin}#/data`)
    await desk.reload()
    await desk.getByTestId('bundles').setInputFiles(bundle)
    await desk.getByText(/新增 \d 条/).waitFor()
    await bring(desk, '监测2.csv', csv('2022-10-30 11:00', 26 * 4, []))
    // The imported readings link to their case.
    await desk.getByRole('button', { name: `查看案件：${name}（已反馈）` }).click()
    await card.getByText('已反馈', { exact: true }).waitFor()
    await card.getByText('已洒水覆盖').waitFor()
    await card.getByRole('img').waitFor()
    await card.getByText(/作废：点错，尚未到场/).waitFor()
    await card.getByText(/^到场：2022-10-30 11:45，超时.*没有定位/).waitFor()
    await card.getByText(/现场检查：\d+ 项不符合/).waitFor()
    await card
      .getByText(
        new RegExp(
          `^${name} TSP：截至 2022-\\S+ \\d\\d:00 的 24 小时均值（含首个超过限值的小时） \\d+ µg/m³，反馈后 \\d+ µg/m³（−\\d+%）`,
        ),
      )
      .waitFor()
    await card.getByRole('button', { name: '评估' }).click()
    await card.getByRole('radio', { name: '好转' }).check()
    const keep = card.getByRole('button', { name: '保存' })
    await card.getByLabel('时间').fill('2022-10-30 11:00')
    await card.getByText(/^评估时间 2022-10-30 11:00 早于到场时间 2022-10-30 11:45，不能保存/).waitFor()
    expect(await keep.isDisabled()).toBe(true)
    await card.getByLabel('时间').fill('2022-11-01 08:00')
    await card.getByText('晚于本机现在的时间（2022-10-31 13:00）').waitFor()
    await card.getByLabel('时间').fill('2022-10-31 12:30')
    await keep.click()
    await card.getByRole('button', { name: '办结' }).click()
    await card.getByLabel('说明').fill('复查无扬尘')
    await card.getByRole('form', { name: '办结' }).getByRole('button', { name: '办结' }).click()
    await card.getByRole('button', { name: '返回列表' }).click()
    await stage(desk, '已办结').getByRole('button', { name }).waitFor()
    await panel.getByRole('button', { name: '已办结 1' }).waitFor()
    expect([...office.faults, ...tablet.faults]).toEqual([])
  })

  it('on hours above a limit is opened from the device’s panel with the wind of these hours, and later hours show the effect', async () => {
    const { page, faults } = await openEmptied()
    await page.goto(`${origin}#/monitoring?device=GD2022-0287`)
    await page.getByRole('button', { name: '2022-10-29 13:00–15:00 超过限值：立案' }).click()
    const panel = panelOf(page)
    const form = panel.getByRole('form', { name: '立案' })
    await form
      .getByText(
        /^按该设备最高一小时的风向、风速填入，可以改：.*设备 GD2022-0287 2022-10-29 \d\d:00–\d\d:00 监测数据）$/,
      )
      .waitFor()
    // The hour was not known before it was over.
    expect(await form.getByLabel('发现时间').inputValue()).toBe('2022-10-29 14:00')
    expect(await form.getByLabel('立案依据').inputValue()).toContain('TSP 2 小时超过限值 700 µg/m³')
    await form.getByLabel('立案人').fill('王内勤')
    await form.getByRole('button', { name: '立案', exact: true }).click()
    const card = panel.getByRole('article')
    await card.getByText(/监测数据）$/).waitFor()
    const name = (await card.getAttribute('aria-label'))!
    const other = await openWindow(page.context())
    await other.goto(`${origin}#/explore?panel=cases`)
    await panelOf(other).getByRole('button', { name }).click()
    const there = panelOf(other).getByRole('article', { name })
    await there.getByText('发现', { exact: true }).first().waitFor()
    await there.getByRole('button', { name: '评估' }).click()
    await there.getByLabel('说明').fill('复查中')
    await card.getByRole('button', { name: '记录反馈' }).click()
    await card.getByLabel('时间').fill('2022-10-29 17:30')
    await card.getByRole('radio', { name: '已当场整改' }).check()
    await card.getByRole('button', { name: '保存' }).click()
    await card
      .getByText(/截至 2022-10-29 14:00 的 24 小时均值（含首个超过限值的小时） \d+ µg\/m³，反馈后 \d+ µg\/m³（−\d+%）/)
      .waitFor()
    // Another window with the same case is updated, and keeps what is being written there.
    await there.getByText('已反馈', { exact: true }).first().waitFor()
    expect(await there.getByLabel('说明').inputValue()).toBe('复查中')
    await other.close()
    await card.getByText(/^邻近（10.0 公里内）\d 台设备同期：/).waitFor()
    await card.getByRole('button', { name: '评估' }).click()
    // All that is known of the case is of the past day on which the desk works, so now is not offered.
    expect(await card.getByLabel('时间').inputValue()).toBe('')
    await card.getByLabel('时间').fill('2022-10-29 18:30')
    await card.getByRole('button', { name: '将监测数据填入说明' }).click()
    await card.getByRole('radio', { name: '好转' }).check()
    await card.getByRole('button', { name: '保存' }).click()
    await card
      .getByRole('listitem')
      .getByText(/；与邻近设备的变化相比：/)
      .waitFor()
    // An hour with a case is not proposed again, and its panel links to the case.
    await card.getByRole('button', { name: '返回列表' }).click()
    await panel.getByText('监测值超过限值 2').waitFor()
    await page.goto(`${origin}#/monitoring?device=GD2022-0287`)
    await page.getByRole('button', { name: '2022-10-29 13:00–15:00 超过限值：查看案件' }).click()
    await card.waitFor()
    expect(faults).toEqual([])
  })
})
