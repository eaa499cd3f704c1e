import { describe, expect, it } from 'vitest'
import { look, openApp, openEmptied, origin } from './app'
import { launch, mapDrawn, openPage } from './chromium'

/** The code of the engine that needs WebGL. */
const MAPLIBRE = /assets\/(webgl-engine|maplibre-gl)-[\w-]+\.js/

describe('the app', () => {
  it('shows the table of another package', async () => {
    await look('?data=data/changzhi#/meeting', async (page) => {
      const row = page.getByRole('row', { name: /沁县/ })
      await row.waitFor()
      expect(await row.textContent()).toMatch(/^后三8沁县1\.5—▼ 51\.61\.58$/)
      // The next scene is ready but hidden, and contains the same text.
      await page.getByText('数据类别：真实、换算').filter({ visible: true }).waitFor()
    })
  })

  it('explains what is wrong with a missing package', async () => {
    const { page } = await openEmptied()
    await page.goto(`${origin}?data=data/nowhere.json&province=data/sample`)
    await page.getByRole('heading', { name: '数据包无法打开' }).waitFor()
    // For a city of a province, the link back to it.
    expect(await page.getByRole('link', { name: '返回全省' }).getAttribute('href')).toBe(
      '?province=data/sample#/province',
    )
    await page.getByText('nowhere.json', { exact: true }).waitFor()
  })

  it('is in Chinese as long as the file of the English texts cannot be loaded, and the choice stays', async () => {
    const { page } = await openEmptied()
    const texts = /assets\/english-[\w-]+\.js/
    const chosen = () => page.evaluate(() => JSON.parse(localStorage['chentu-preferences']).state.language)
    await page.goto(origin)
    await page.getByRole('button', { name: 'EN (English)' }).click()
    await page.getByRole('button', { name: '中文', exact: true }).waitFor()
    await page.route(texts, (route) => route.abort())
    await page.reload()
    await page.getByRole('button', { name: 'EN (English)' }).waitFor()
    expect(await chosen()).toBe('en')
    await page.unroute(texts)
    await page.getByRole('button', { name: 'EN (English)' }).click()
    await page.getByRole('button', { name: '中文', exact: true }).waitFor()
    expect(await chosen()).toBe('en')
  })

  it('lists sources near typed coordinates', async () => {
    await look('#/field', async (page) => {
      await page.getByLabel('经度,纬度').fill('108.70，34.34')
      await page.getByRole('button', { name: '查找' }).click()
      await page.getByText('距离从 108.70000，34.34000 算起').waitFor()
      await page.getByRole('button', { name: '3 公里' }).click()
      await page.getByRole('button', { name: '按严重程度排序' }).click()
      await page.getByRole('listitem').nth(3).waitFor()
      const metres = async () =>
        (await page.getByRole('listitem').allInnerTexts()).map((text) => Number(text.match(/(\d+)\s*米\s*$/)![1]))
      // The list of the smaller range, worst first, is shown until the other one has loaded.
      await expect.poll(async () => (await metres()).every((each, i, all) => i === 0 || all[i - 1]! <= each)).toBe(true)
    })
  })

  it('draws its map in Chromium without WebGL by an engine loaded only there', async () => {
    const blind = await launch(['--disable-gpu', '--disable-3d-apis'], 'shell')
    try {
      const { page, faults } = await openPage(blind, origin)
      const loaded: string[] = []
      page.on('request', (request) => loaded.push(request.url()))
      await page.goto(`${origin}#/explore?source=road/DL-001`)
      await mapDrawn(page)
      expect(await page.locator('[data-map-engine]').getAttribute('data-map-engine')).toBe('canvas')
      expect(loaded.filter((url) => MAPLIBRE.test(url))).toEqual([])
      await page.getByRole('article', { name: '详情' }).getByRole('heading', { name: '彩虹一路' }).waitFor()
      expect(faults).toEqual([])
    } finally {
      await blind.close()
    }
  })
})

describe('before the map is there', () => {
  it('counties and ranking are drawn, until the map replaces the drawing', async () => {
    const { context, page, faults } = await openApp({ webgl: true })
    let letMapCome = () => {}
    const held = new Promise<void>((done) => {
      letMapCome = done
    })
    await page.route(MAPLIBRE, async (route) => {
      await held
      await route.continue()
    })
    await page.goto(origin)
    const drawing = page.getByTestId('county-drawing')
    await drawing.getByText('淳化县').waitFor()
    await page.getByRole('row', { name: /淳化县/ }).waitFor()
    expect(await page.getByTestId('map').count()).toBe(0)
    const coming = page.locator('#map').getByText('正在读取污染源…')
    await coming.waitFor()
    letMapCome()
    await mapDrawn(page)
    await drawing.waitFor({ state: 'detached' })
    await coming.waitFor({ state: 'detached' })
    expect(faults).toEqual([])
    await context.close()
  })
})
