import { describe, expect, it } from 'vitest'
import { inTown, REDUCED_MOTION, visit } from './app'
import { mapDrawn } from './chromium'
import { sourceList, widthNeeded } from './pages'

describe('with the keyboard only', () => {
  it('months can be changed, and the sheet of a tablet has three positions', async () => {
    await inTown.visit(
      '',
      async (page) => {
        // Half open, the sheet leaves room for the legend only.
        const grip = page.getByRole('button', { name: '改变面板高度' })
        await grip.focus()
        await page.keyboard.press('Enter')
        await page.keyboard.press('Enter')
        await page.getByRole('radio', { checked: true }).focus()
        await page.keyboard.press('ArrowLeft')
        await page.getByRole('radio', { name: /2022年9月/, checked: true }).waitFor()
        await page.keyboard.press('ArrowLeft')
        await page.getByRole('radio', { name: /2022年8月/, checked: true }).waitFor()
        const heights = []
        const sheet = page.getByRole('complementary', { name: '排名' })
        await grip.focus()
        await page.keyboard.press('Enter')
        for (let i = 0; i < 3; i++) {
          heights.push(Math.round((await sheet.boundingBox())!.height))
          await page.keyboard.press('Enter')
        }
        expect(heights[1]).toBeGreaterThan(heights[0]!)
        expect(heights[2]).toBeLessThan(heights[0]!)
      },
      { viewport: { width: 820, height: 1180 } },
    )
  })

  it('a sheet with long details keeps the whole map above it drawn', async () => {
    await inTown.visit(
      '#/explore?requirement=23-six',
      async (page) => {
        await mapDrawn(page)
        await sourceList(page).getByRole('listitem').first().getByRole('button').tap()
        await page.getByRole('article', { name: '详情' }).getByText('附近监测点位').waitFor()
        const colours = async () => {
          const map = (await page.getByTestId('map').boundingBox())!
          const screen = await page.screenshot()
          return page.evaluate(
            async ([png, top]) => {
              const image = new Image()
              image.src = `data:image/png;base64,${png}`
              await image.decode()
              const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!
              context.drawImage(image, 0, 0)
              return new Set(new Uint32Array(context.getImageData(250, top, 350, 150).data.buffer)).size
            },
            [screen.toString('base64'), map.y + 10] as const,
          )
        }
        await expect.poll(colours).toBeGreaterThan(20)
      },
      { ...REDUCED_MOTION, viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true },
    )
  })
})

it('on a tablet the table replaces the sheet, and details cover both', async () => {
  await visit(
    '#/explore',
    async (page) => {
      const rail = page.getByRole('navigation', { name: '面板' })
      const opens = (name: string) => rail.getByRole('button', { name, exact: true })
      const ranking = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: '区县' }) })
      await ranking.getByRole('row').nth(1).getByRole('button', { name: '旬邑县', exact: true }).waitFor()
      const across = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(across).toBe(820)
      // At every width, the page shows that its data is made up.
      await page.getByRole('banner').getByText('示例', { exact: true }).waitFor()
      await opens('数据表').tap()
      const grid = page.getByRole('grid')
      await grid.waitFor()
      await page.getByRole('complementary', { name: '排名' }).waitFor({ state: 'hidden' })
      expect(await page.getByRole('button', { name: '改变面板高度' }).count()).toBe(0)
      await grid.getByRole('row').nth(3).getByRole('gridcell').first().tap()
      await page.getByRole('article', { name: '详情' }).waitFor()
      await grid.waitFor({ state: 'hidden' })
      await page.locator('#detail').getByRole('button').first().tap()
      await grid.waitFor()
      await opens('问题').tap()
      await grid.waitFor({ state: 'detached' })
      await page.getByRole('button', { name: '六个100%', exact: true }).tap()
      await page.locator('#list').getByRole('listitem').first().waitFor()
      await expect.poll(() => opens('污染源').getAttribute('aria-pressed')).toBe('true')
      // All tabs fit; where they don't, the bar scrolls, none lies on another, and the open one is in sight.
      const edges = () =>
        page
          .getByRole('toolbar')
          .getByRole('button')
          .evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect()).map(({ left, right }) => [left, right]))
      expect((await edges()).at(-1)![1]).toBeLessThanOrEqual(820)
      await opens('数据表').tap()
      await page.setViewportSize({ width: 400, height: 860 })
      await opens('问题').tap()
      await opens('数据表').tap()
      const narrow = await edges()
      for (const [i, [left]] of narrow.entries()) if (i > 0) expect(left).toBeGreaterThanOrEqual(narrow[i - 1]![1]! - 1)
      await expect.poll(async () => (await edges()).at(-1)![1]).toBeLessThanOrEqual(400)
    },
    { viewport: { width: 820, height: 1180 }, hasTouch: true },
  )
})

it('on a tablet held upright only the list of monitors scrolls, and the controls beside it are whole', async () => {
  await visit(
    '#/monitoring',
    async (page) => {
      const part = page.locator('#monitors')
      await part.locator('li').first().waitFor()
      const end = async (of: typeof part) => (({ y, height }) => y + height)((await of.boundingBox())!)
      expect(await end(part.getByRole('button', { name: /^导出列表/ }))).toBeLessThanOrEqual(await end(part))
      const scrolling = await part.evaluate(
        (all) =>
          [...all.querySelectorAll('*')].filter(
            (each) => getComputedStyle(each).overflowY === 'auto' && each.scrollHeight > each.clientHeight,
          ).length,
      )
      expect(scrolling).toBe(1)
    },
    { viewport: { width: 820, height: 1180 }, hasTouch: true },
  )
})

describe.each([false, true])('the header, touched: %s', (hasTouch) => {
  it('fits every window width in both languages, so that no screen scrolls sideways', async () => {
    await visit(
      '#/monitoring',
      async (page) => {
        await page.locator('#monitors li').first().waitFor()
        const paint = (visibility: 'hidden' | 'visible') =>
          page.evaluate((value) => document.body.style.setProperty('visibility', value), visibility)
        const tooWide: string[] = []
        for (const language of ['zh-CN', 'en']) {
          await page.setViewportSize({ width: 1480, height: 800 })
          if (language === 'en') await page.getByRole('button', { name: 'English' }).click()
          await page.locator(`html[lang="${language}"]`).waitFor()
          // Hidden elements are still laid out at each width; painting would take longest.
          await paint('hidden')
          for (let width = 768; width <= 1480; width += 8) {
            await page.setViewportSize({ width, height: 800 })
            const needed = await widthNeeded(page)
            if (needed > width) tooWide.push(`${language} ${width}`)
          }
          await paint('visible')
        }
        expect(tooWide).toEqual([])
      },
      { ...REDUCED_MOTION, hasTouch, isMobile: hasTouch },
    )
  })
})
