import { expect, it } from 'vitest'
import { inTown, REDUCED_MOTION, visit } from './app'

it('a printed hand-over sheet has the form of an official document, whichever style sheet is loaded first', async () => {
  await inTown.visit(
    '#/explore?kind=construction-site&state=overdue&county=610402',
    async (page) => {
      await page.evaluate(() => {
        window.print = () => document.body.setAttribute('data-printed', '')
      })
      await page.getByRole('button', { name: '生成督办单' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '打印', exact: true }).click()
      await page.locator('body[data-printed]').waitFor({ state: 'attached' })
      await page.emulateMedia({ media: 'print' })
      // The browser draws the margins of the pages in this scheme.
      const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
      expect(await scheme()).toBe('light')
      await page.evaluate(() => {
        document.documentElement.dataset.theme = 'dark'
      })
      expect(await scheme()).toBe('light')
      const styleOf = (part: string) =>
        page
          .locator(`body > div:not(#app) section ${part}`)
          .first()
          .evaluate((each) => {
            const { textAlign, verticalAlign, fontSize } = getComputedStyle(each)
            return { textAlign, verticalAlign, fontSize }
          })
      expect(await styleOf('thead th')).toMatchObject({ textAlign: 'center', verticalAlign: 'middle' })
      expect(await styleOf('tbody td:not([data-left])')).toMatchObject({ textAlign: 'center', verticalAlign: 'middle' })
      // 22 pt (GB/T 9704-2012).
      expect(Number.parseFloat((await styleOf('h1')).fontSize)).toBeCloseTo((22 * 96) / 72, 0)
    },
    REDUCED_MOTION,
  )
})

it('a printed scene has its drawing, whatever shape the browser takes its page for', async () => {
  await visit(
    '#/meeting',
    async (page) => {
      await page.locator('section[aria-label]').first().waitFor()
      await page.emulateMedia({ media: 'print' })
      // The scenes of the year, of the ranks and of a county.
      for (const key of ['3', '4', '6']) {
        await page.keyboard.press(key)
        const drawing = page.locator('section[aria-label] svg[role="img"]').first()
        await drawing.waitFor()
        await expect.poll(async () => (await drawing.boundingBox())!.height, { message: key }).toBeGreaterThan(90)
      }
    },
    // Browsers ask for the shape of an upright page before they lay out that of the scene.
    { ...REDUCED_MOTION, viewport: { width: 794, height: 1123 } },
  )
})
