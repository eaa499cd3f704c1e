import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openApp, openEmptied, origin } from './app'
import { chooseOption } from './controls'
import { download, openTab, PHOTO, TABLET } from './field-work'

const panelOf = (page: Page) => page.getByRole('region', { name: '异常处置', exact: true })
const stage = (page: Page, name: string) => panelOf(page).getByRole('region', { name, exact: true })

describe('a case', () => {
  it('is opened at the desk, given to a team, looked into on a tablet, and comes back to be assessed and closed', async () => {
    const office = await openEmptied()
    const { page: desk } = office
    await desk.goto(`${origin}#/explore?panel=cases`)
    const panel = panelOf(desk)
    await panel.getByText('还没有立案').waitFor()
    // What is proposed has its reason; a person opens it.
    const proposed = panel.getByRole('button', { name: /示例.*举报\d+：立案$/ })
    const name = (await proposed.first().getAttribute('aria-label'))!.replace('：立案', '')
    await proposed.first().click()
    const form = panel.getByRole('form', { name: '立案' })
    await chooseOption(form.getByLabel('风从哪里来'), '14')
    await form
      .getByText(/上风向 5 公里内 \d+ 处|范围内没有污染源/)
      .first()
      .waitFor()
    await form.getByLabel('立案人').fill('王内勤')
    await form.getByRole('button', { name: '立案', exact: true }).click()
    const card = panel.getByRole('article', { name })
    await card.getByText('发现', { exact: true }).waitFor()
    await card.getByText('时限未经核实').waitFor()
    await card.getByText('西北风，2 米/秒（人工填写）').waitFor()

    await card.getByRole('button', { name: '派发给巡查组' }).click()
    const dialog = desk.getByRole('dialog', { name: '下达巡查路线' })
    await expect.poll(() => dialog.getByLabel('路线名称').inputValue()).toBe(name)
    const order = await download(desk, () => dialog.getByRole('button', { name: '保存路线文件（.json）' }).click())
    await dialog.getByRole('button', { name: '关闭' }).click()
    await card.getByText('已派发', { exact: true }).waitFor()

    const tablet = await openApp(TABLET)
    const { page } = tablet
    await page.goto(`${origin}#/field`)
    await openTab(page, '交内勤')
    await page.getByTestId('receipt').setInputFiles(order)
    await page.getByText(new RegExp(`收到异常处置任务 1 件：${name}`)).waitFor()
    await openTab(page, '路线')
    const task = page.getByRole('region', { name: '异常处置任务' }).getByRole('article', { name })
    await task.getByText(/到场时限/).waitFor()
    await task.getByRole('button', { name: '我已到场' }).click()
    await task.getByText(/已到场$/).waitFor()
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

    await desk.goto(`${origin}#/data`)
    await desk.getByTestId('bundles').setInputFiles(bundle)
    await desk.getByText(/新增 \d 条/).waitFor()
    await desk.goto(`${origin}#/explore?panel=cases`)
    // The card stands as it was left, with what came meanwhile.
    await card.getByText('已反馈', { exact: true }).waitFor()
    await card.getByText('已洒水覆盖').waitFor()
    await card.getByRole('img').waitFor()
    await card.getByText(/^到场：.*按时$/).waitFor()
    await card.getByRole('button', { name: '评估' }).click()
    await card.getByRole('radio', { name: '好转' }).check()
    await card.getByRole('button', { name: '保存' }).click()
    await card.getByRole('button', { name: '办结' }).click()
    await card.getByLabel('说明').fill('复查无扬尘')
    await card.getByRole('form', { name: '办结' }).getByRole('button', { name: '办结' }).click()
    await card.getByRole('button', { name: '返回列表' }).click()
    await stage(desk, '已办结').getByRole('button', { name }).waitFor()
    await panel.getByRole('button', { name: '已办结 1' }).waitFor()
    expect([...office.faults, ...tablet.faults]).toEqual([])
  })
})
