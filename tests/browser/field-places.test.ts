import { describe, expect, it } from 'vitest'
import { openApp, origin, STILL_MAP } from './app'
import { download, PHOTO, record, TABLET } from './field-work'

describe('where a team is', () => {
  it('plans a round from here, drops a stop, and ticks off what was checked', async () => {
    const { context, page } = await openApp(TABLET)
    await page.goto(`${origin}#/field`)
    await page.getByRole('button', { name: '使用当前位置' }).click()
    await page.getByRole('button', { name: '3 公里' }).click()
    await page.getByText('生成今天的路线').click()
    await page.getByRole('button', { name: '前 5 个' }).click()
    await page.getByText(/今天的路线：已查 0 \/ 5，余下约 [\d.]+ 公里/).waitFor()
    await page
      .getByRole('button', { name: /^从路线去掉./ })
      .first()
      .click()
    await page.getByText(/已查 0 \/ 4/).waitFor()
    // One that nobody proposed goes in by hand.
    await page.locator('main ol > li > button[data-status]').nth(8).click()
    await page.getByRole('button', { name: '加入今天的路线' }).click()
    await page.getByRole('button', { name: '从路线去掉' }).waitFor()
    await page.getByRole('button', { name: '返回' }).click()
    await page.getByText(/已查 0 \/ 5/).waitFor()
    await page.locator('details li button').first().click()
    await record(page, '路线第一站')
    await page.getByRole('button', { name: '返回' }).click()
    await page.reload()
    await page.getByText(/已查 1 \/ 5/).waitFor()
    await context.close()
  })

  it('follows the tablet, says when the position drifts, and keeps the last one with its age', async () => {
    const { context, page } = await openApp({ ...TABLET, ...STILL_MAP })
    await page.clock.install()
    await page.goto(`${origin}#/field`)
    await page.getByRole('button', { name: '使用当前位置' }).click()
    await page.getByText(/精度 ±12 米/).waitFor()
    await page.getByRole('button', { name: '3 公里' }).click()
    const card = page.getByRole('button', { name: /渭阳路改造二标/ })
    const metres = async () => Number(/(\d+)米$/.exec((await card.textContent())!.replace(/\s/g, ''))![1])
    const before = await metres()
    await page.getByRole('button', { name: '地图', exact: true }).click()
    await page.locator('.maplibregl-marker').waitFor()
    // A kilometre to the north in a moment: nobody can.
    await context.setGeolocation({ longitude: 108.7089, latitude: 34.3386, accuracy: 12 })
    await page.getByText('位置突然跳动').waitFor()
    await page.getByText('108.70890，34.33860').waitFor()
    expect(await metres()).not.toBe(before)
    await context.setGeolocation({ longitude: 108.7089, latitude: 34.3386, accuracy: 200 })
    await page.getByText('误差可达 200 米').waitFor()
    await page.getByRole('button', { name: '停止定位' }).click()
    await page.clock.fastForward('12:00')
    await page.getByText('12 分钟前的位置').waitFor()
    // In the list of another day it is still there, and still old.
    await page.reload()
    await page.getByText('108.70890，34.33860').waitFor()
    await page.getByText('12 分钟前的位置').waitFor()
    await context.close()
  })

  it('marks a source that nobody knew, with its size, and the desk takes it over', async () => {
    const { context, page } = await openApp({ ...TABLET, ...STILL_MAP })
    await page.goto(`${origin}#/field`)
    await page.getByRole('button', { name: '使用当前位置' }).click()
    await page.getByText(/精度 ±12 米/).waitFor()
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
      await context.setGeolocation({ longitude, latitude, accuracy: 5 })
      await page.getByText(`${longitude.toFixed(5)}，${latitude.toFixed(5)} 起`).waitFor()
      await found.getByRole('button', { name: /记一个角点/ }).click()
    }
    const said = (await found.getByText(/平方米/).textContent())!
    const area = /约 ([\d,]+) 平方米/.exec(said)![1]!.replace(',', '')
    expect(Math.abs(Number(area) - 91.97 * 110.93)).toBeLessThan(20)
    await page.getByTestId('photos').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: PHOTO })
    await found.getByRole('img', { name: /^照片/ }).waitFor()
    await found.getByLabel('情况说明').fill('无人看管')
    await found.getByRole('button', { name: '保存新污染源' }).click()
    // The form gives way to the list, where nobody will register it a second time; the map marks it too.
    await found.waitFor({ state: 'detached' })
    await page
      .getByRole('status')
      .getByText(/^已保存到本机：新发现物料堆场/)
      .waitFor()
    await page
      .getByRole('region', { name: '已登记的新污染源' })
      .getByText(/无人看管/)
      .waitFor()
    await page.getByRole('button', { name: '地图', exact: true }).click()
    await page.getByTitle(/^新发现物料堆场/).waitFor()
    // The desk of the same machine: the panel names it, and its file is taken over as any other.
    await page.goto(`${origin}#/explore?panel=visits`)
    const desk = page.getByRole('region', { name: '登记的新污染源' })
    await desk.getByText(/无人看管/).waitFor()
    const path = await download(page, () => desk.getByRole('button', { name: /堆场（.geojson/ }).click())
    await page.goto(`${origin}#/data`)
    await page.getByTestId('files').setInputFiles(path)
    const review = page.getByRole('article', { name: /登记的新污染源-物料堆场/ })
    expect(await review.locator('[data-count="taken"] dd').textContent()).toBe('1')
    await context.close()
  })
})
