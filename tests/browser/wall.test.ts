import { unzipSync } from 'fflate'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { look, openEmptied, origin, REDUCED_MOTION, visit } from './app'
import { openWindow } from './chromium'
import { chooseOption } from './controls'
import { download, pressOnBar } from './pages'

const scene = (page: Page, name: string) => page.locator(`section[data-scene="${name}"]`)

async function openAgenda(page: Page) {
  await pressOnBar(page, '会议议程')
  return page.getByRole('dialog', { name: '会议议程' })
}

it('scenes with and without a headline of their own are shown on the wall and in the speaker’s window', async () => {
  const { context, page, faults } = await openEmptied()
  await page.goto(`${origin}#/meeting`)
  await scene(page, 'ranking').waitFor()
  const dialog = await openAgenda(page)
  await dialog.getByRole('textbox', { name: '各区县降尘量分布的标题（2022年10月）' }).fill('北部两县要抓紧')
  // A scene that is on the agenda is not offered again.
  await dialog.getByLabel('增加一屏').click()
  await page.getByRole('option', { name: '往次会议议定事项' }).waitFor()
  expect(await page.getByRole('option').allTextContents()).toEqual(['往次会议议定事项', '异常处置情况'])
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: '保存议程' }).click()
  await dialog.waitFor({ state: 'detached' })
  const speaker = await openWindow(context)
  await speaker.goto(`${origin}#/meeting?speaker=1`)
  await speaker.getByRole('heading', { level: 2, name: '各区县降尘量排名' }).waitFor()
  for (const [key, name, headline] of [
    ['2', 'map', '北部两县要抓紧'],
    ['3', 'year', '近 12 个月有 8 个区县超标'],
    ['2', 'map', '北部两县要抓紧'],
    ['1', 'ranking', '2 个区县超标'],
  ] as const) {
    await page.keyboard.press(key)
    await scene(page, name).getByRole('heading', { name: headline }).waitFor()
    await speaker.getByText(headline).first().waitFor()
  }
  expect(faults).toEqual([])
})

it('a link to a month without data shows a note, and its address is corrected', async () => {
  await look('#/meeting?month=2022-11', async (page) => {
    await page.getByText('2022年11月尚无数据，显示2022年10月。').waitFor()
    await scene(page, 'ranking').getByText('2022年10月', { exact: true }).waitFor()
    await page.waitForURL((url) => !url.hash.includes('2022-11'))
    await page.keyboard.press('ArrowUp')
    await scene(page, 'ranking').getByText('2022年9月').waitFor()
    await page.getByText('2022年11月尚无数据').waitFor({ state: 'detached' })
  })
})

/** How many pixels of a picture have about the colour for overdue, which only symbols have. */
const redPixels = (page: Page, png: Buffer) =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!
    pen.drawImage(picture, 0, 0)
    const { data } = pen.getImageData(0, 0, picture.width, picture.height)
    let count = 0
    for (let at = 0; at < data.length; at += 4) {
      const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!]
      if (Math.abs(red - 0xb3) < 12 && Math.abs(green - 0x26) < 12 && Math.abs(blue - 0x1e) < 12) count++
    }
    return count
  }, png.toString('base64'))

it('a pinned view on the wall shows its symbols with a legend', async () => {
  await visit(
    '#/explore?panel=filters&kind=stockpile',
    async (page) => {
      await page.getByRole('button', { name: '视图', exact: true }).click()
      await page.getByRole('menuitem', { name: '保存当前视图…' }).click()
      await page.getByLabel('视图名称').fill('堆场')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.getByRole('button', { name: '月度调度', exact: true }).click()
      await scene(page, 'ranking').waitFor()
      const dialog = await openAgenda(page)
      await chooseOption(dialog.getByLabel('增加一屏'), { label: '视图：堆场' })
      await dialog.getByRole('button', { name: '保存议程' }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.keyboard.press('End')
      const map = scene(page, 'pinned').locator('[data-testid="pinned-map"][data-drawn="true"]')
      await expect.poll(async () => redPixels(page, await map.screenshot()), { timeout: 20_000 }).toBeGreaterThan(300)
      await scene(page, 'pinned').getByRole('region', { name: '图例' }).getByText('物料堆场 260').waitFor()
      // The bar is below the whole scene.
      await page.mouse.move(300, 300)
      await page.locator('nav[data-shown="true"]').waitFor()
      const boxOf = (place: Locator) => place.evaluate((element) => element.getBoundingClientRect())
      const bar = await boxOf(page.getByRole('navigation', { name: '放映' }))
      expect((await boxOf(scene(page, 'pinned'))).bottom).toBeLessThanOrEqual(bar.top)

      // Its map is in the slides and on the page with its symbols, which the browser’s own copy of a canvas may lack.
      await pressOnBar(page, '会议材料')
      const papers = page.getByRole('dialog', { name: '会议材料' })
      const slides = await download(page, () => papers.getByRole('button', { name: '幻灯片 PPTX' }).click())
      // The symbols of the legend are small.
      const [largest] = Object.entries(unzipSync(new Uint8Array(slides)))
        .filter(([name]) => name.endsWith('.png'))
        .sort(([, one], [, other]) => other.length - one.length)
      const html = await download(page, () => papers.getByRole('button', { name: '网页（单个文件）' }).click())
      const inPage = /<img class="picture" alt="堆场" src="data:image\/png;base64,([^"]+)"/.exec(html.toString())![1]!
      expect(inPage).toBe(Buffer.from(largest![1]).toString('base64'))
      expect(await redPixels(page, Buffer.from(inPage, 'base64'))).toBeGreaterThan(1500)
    },
    REDUCED_MOTION,
  )
})
