import { describe, expect, it } from 'vitest'
import { inTown, REDUCED_MOTION } from './app'
import { confirmSaving, download, openTab, PHOTO, recordCheck, TABLET } from './field-work'

const { openApp, openEmptied, origin } = inTown

describe('the position of a team', () => {
  it('plans a round from the position, removes a stop, and ticks off checked stops', async () => {
    const { page } = await openEmptied(TABLET)
    await page.goto(`${origin}#/field`)
    await page.getByRole('button', { name: '使用当前位置' }).click()
    await page.getByRole('button', { name: '3 公里' }).click()
    await openTab(page, '路线')
    await page.getByRole('button', { name: '改为最严重的 5 处' }).click()
    await page.getByRole('heading', { name: '今天的路线' }).waitFor()
    await page.getByText(/已查 0 \/ 5\s· 余下约 [\d.]+ 公里/).waitFor()
    await page
      .getByRole('button', { name: /^从路线去掉./ })
      .first()
      .click()
    const line = (words: RegExp) => page.getByRole('region', { name: '路线' }).getByText(words)
    await line(/已查 0 \/ 4/).waitFor()
    // A stop that was not proposed is added by hand.
    await openTab(page, '附近')
    await page.locator('main ol > li > button[data-status]').nth(8).click()
    await page.getByRole('button', { name: '加入今天的路线' }).click()
    await page.getByRole('button', { name: '从路线去掉' }).waitFor()
    await page.getByRole('button', { name: '返回', exact: true }).click()
    await openTab(page, '路线')
    await line(/已查 0 \/ 5/).waitFor()
    // Skipped with a reason; the round is ended by mistake, and restored.
    await page.getByRole('button', { name: '跳过', exact: true }).last().click()
    await page.getByRole('button', { name: '大门锁闭' }).click()
    await page.getByText('已跳过 · 大门锁闭').waitFor()
    await page.getByRole('button', { name: '结束路线' }).click()
    await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
    await page.getByText('已跳过 · 大门锁闭').waitFor()
    await page.locator('section li[data-state="open"] button').first().click()
    await recordCheck(page, '路线第一站')
    await page.getByRole('button', { name: '返回', exact: true }).click()
    await page.reload()
    // One of thirteen items was answered: the stop counts as visited in part, whatever was found.
    await line(/已查 0\s· 部分核查 1\s· 跳过 1 \/ 5/).waitFor()
    // The same text in the button at the bottom.
    await page.getByRole('button', { name: '路线 已查 0 / 5' }).waitFor()
    await page.getByText('已跳过 · 大门锁闭').waitFor()
  })

  it('follows the tablet, warns when the position drifts, and keeps the last one with its age', async () => {
    const { context, page } = await openApp({ ...TABLET, ...REDUCED_MOTION })
    await page.clock.install()
    await page.goto(`${origin}#/field`)
    await page.getByRole('button', { name: '使用当前位置' }).click()
    await page.getByRole('button', { name: '我的位置 ±12 米' }).waitFor()
    await page.getByRole('button', { name: '3 公里' }).click()
    const card = page.getByRole('button', { name: /渭阳路改造二标/ })
    const metres = async () => Number(/(\d+)米$/.exec((await card.textContent())!.replace(/\s/g, ''))![1])
    const before = await metres()
    // A kilometre to the north in a moment, which is impossible.
    await context.setGeolocation({ longitude: 108.7089, latitude: 34.3386, accuracy: 12 })
    await page.getByText('位置突然跳动').waitFor()
    await page.getByText('108.70890，34.33860').waitFor()
    await expect.poll(metres).not.toBe(before)
    await context.setGeolocation({ longitude: 108.7089, latitude: 34.3386, accuracy: 200 })
    await page.getByText('误差可达 200 米').waitFor()
    await page.getByRole('button', { name: '停止定位' }).click()
    await page.clock.fastForward('12:00')
    await page.getByText('12 分钟前的位置').waitFor()
    // After a reload it is still there, and still old.
    await page.reload()
    const dot = page.getByRole('button', { name: '我的位置 12 分钟前' })
    await dot.click()
    await page.getByRole('dialog', { name: '我的位置' }).getByText('108.70890，34.33860').waitFor()
    await context.close()
  })

  it('is stored with a newly found source and its size, which the desk imports', async () => {
    const { context, page } = await openEmptied({ ...TABLET, ...REDUCED_MOTION })
    await page.goto(`${origin}#/field`)
    await page.getByRole('button', { name: '使用当前位置' }).click()
    await page.getByRole('button', { name: '我的位置 ±12 米' }).waitFor()
    await page.getByRole('button', { name: '登记新污染源' }).click()
    const found = page.getByRole('region', { name: '登记新污染源' })
    // Around a square of a thousandth of a degree: 91.9 m by 110.9 m there.
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ]) {
      const [longitude, latitude] = [108.7089 + dx! / 1000, 34.3296 + dy! / 1000]
      await context.setGeolocation({ longitude, latitude, accuracy: 5 + dx! + 2 * dy! })
      await page.getByRole('button', { name: new RegExp(`±${5 + dx! + 2 * dy!} 米$`) }).waitFor()
      await found.getByRole('button', { name: /记一个角点/ }).click()
    }
    const size = async () => (await found.getByText(/平方米/).textContent())!
    const area = async () => Number(/约 ([\d,]+) 平方米/.exec(await size())![1]!.replace(',', ''))
    await expect.poll(async () => Math.abs((await area()) - 91.97 * 110.93)).toBeLessThan(20)
    const said = await size()
    await page.getByTestId('photos').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: PHOTO })
    await found.getByRole('img', { name: /^照片/ }).waitFor()
    await found.getByLabel('情况说明').fill('无人看管')
    await found.getByRole('button', { name: '保存新污染源' }).click()
    // The result is shown before saving: it has no name of its own.
    const before = page.getByRole('dialog', { name: '保存前请核对' })
    await before.getByText(/^没有填名称/).waitFor()
    await before.getByText(/^新发现物料堆场 .*\s· 物料堆场\s· 秦都区$/).waitFor()
    await confirmSaving(page)
    // The list replaces the form, so that nobody registers it twice; the map marks it too.
    await found.waitFor({ state: 'detached' })
    await page
      .getByRole('status')
      .getByText(/^已保存到本机：新发现物料堆场/)
      .waitFor()
    await page
      .getByRole('region', { name: '已登记的新污染源' })
      .getByText(/无人看管/)
      .waitFor()
    await openTab(page, '地图')
    // It is opened there and corrected by a complete new record: place and photo stay, and it gets a name.
    await page.getByRole('button', { name: /^新发现物料堆场/ }).click()
    const opened = page.getByRole('region', { name: /^新发现物料堆场/ })
    await opened.getByRole('img', { name: /照片/ }).waitFor()
    await opened.getByRole('button', { name: '更正', exact: true }).click()
    const correction = page.getByRole('region', { name: '更正新污染源' })
    await correction.getByText(said).waitFor()
    await correction.getByLabel('名称').fill('村口土堆')
    await correction.getByRole('button', { name: '保存更正' }).click()
    await before.getByRole('button', { name: '保存', exact: true }).click()
    await page
      .getByRole('region', { name: '已登记的新污染源' })
      .getByRole('button', { name: /村口土堆.*无人看管/ })
      .click()
    const corrected = page.getByRole('region', { name: '村口土堆' })
    await corrected.getByText('1 张照片').waitFor()
    await corrected
      .getByRole('region', { name: '更正前的记录' })
      .getByText(/新发现物料堆场/)
      .waitFor()
    // The desk of the same machine: it is reviewed like a check, and its file is imported like any other once accepted.
    await page.goto(`${origin}#/explore?panel=visits`)
    const desk = page.getByRole('region', { name: '登记的新污染源' })
    await desk.getByText(/物料堆场\s· 秦都区.*无人看管\s· 已更正：/).waitFor()
    expect(await desk.getByRole('listitem').count()).toBe(1)
    await desk.getByRole('button', { name: '村口土堆', exact: true }).waitFor()
    await page.getByRole('button', { name: '逐条审核（1 条未审）' }).click()
    const dialog = page.getByRole('dialog', { name: '审核巡查记录' })
    await dialog.getByRole('article', { name: '村口土堆' }).getByText('秦都区', { exact: true }).waitFor()
    await dialog.getByRole('button', { name: '退回', exact: true }).click()
    await dialog.getByRole('button', { name: '类别有误，请核实' }).click()
    await dialog.getByRole('button', { name: '退回这处新污染源' }).click()
    await dialog.getByText(/^已退回：王五/).waitFor()
    expect(await desk.getByText(/geojson/).count()).toBe(0)
    await dialog.getByRole('button', { name: '接受' }).click()
    await dialog.getByText(/^已接受：王五/).waitFor()
    await dialog.getByRole('button', { name: '关闭' }).click()
    const path = await download(page, () => desk.getByRole('button', { name: /堆场（.geojson/ }).click())
    await page.goto(`${origin}#/data`)
    await page.getByTestId('files').setInputFiles(path)
    const review = page.getByRole('article', { name: /登记的新污染源-物料堆场/ })
    expect(await review.locator('[data-count="taken"] dd').textContent()).toBe('1')
  })
})
