import { mkdirSync } from 'node:fs'
import { launch, mapDrawn, openPage, serve } from '../tests/browser/chromium'
import { officeFiles } from '../tests/fixtures/office-files'

// node scripts/run.mjs scripts/screenshots.ts FOLDER: every screen, size, language and theme.
const folder = process.argv[2] ?? 'node_modules/.cache/chentu/screens'
mkdirSync(folder, { recursive: true })
const sizes = [
  [1920, 1080],
  [1280, 800],
  [820, 1180],
] as const
/** Files shown on the data screen. */
const DIRTY = ['工地 问题很多.csv', '工地 某系统导出.csv', '工地 无凭据.csv', '2022年降尘 逐月.xlsx']
const server = await serve()
const browser = await launch()
for (const [width, height] of sizes) {
  for (const [language, theme] of [
    ['zh-CN', 'light'],
    ['en', 'dark'],
  ] as const) {
    for (const mode of ['explore', 'meeting', 'field', 'data']) {
      const { context, page, faults } = await openPage(browser, server.origin, { viewport: { width, height } })
      await context.addInitScript(
        (state) => localStorage.setItem('chentu-preferences', state),
        JSON.stringify({ state: { language, theme, wording: {}, toured: true }, version: 0 }),
      )
      await page.goto(`${server.origin}#/${mode}${mode === 'explore' ? '?source=construction-site/GD2022-0173' : ''}`)
      if (mode === 'explore') await mapDrawn(page)
      else await page.locator('h2').first().waitFor()
      if (mode === 'data') {
        const dirty = (await officeFiles()).filter(({ name }) => DIRTY.includes(name))
        const payload = dirty.map(({ name, bytes }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) }))
        await page.getByTestId('files').setInputFiles(payload)
        await page.locator('[data-testid="candidate-map"][data-drawn="true"]').waitFor()
      }
      await page.waitForLoadState('networkidle')
      await page.waitForTimeout(1500)
      await page.screenshot({ path: `${folder}/${mode}-${width}-${language}-${theme}.png` })
      if (faults.length > 0) console.log(mode, width, faults)
      await context.close()
    }
  }
}
await browser.close()
await server.close()
