import { mkdirSync } from 'node:fs'
import { launch, mapDrawn, openPage, serve } from '../tests/browser/chromium'

// node scripts/run.mjs scripts/screenshots.ts FOLDER: every screen, size, language and theme.
const folder = process.argv[2] ?? 'node_modules/.cache/chentu/screens'
mkdirSync(folder, { recursive: true })
const sizes = [
  [1920, 1080],
  [1280, 800],
  [820, 1180],
] as const
const server = await serve()
const browser = await launch()
for (const [width, height] of sizes) {
  for (const [language, theme] of [
    ['zh-CN', 'light'],
    ['en', 'dark'],
  ] as const) {
    for (const mode of ['explore', 'meeting', 'field']) {
      const { context, page, faults } = await openPage(browser, server.origin, { viewport: { width, height } })
      await context.addInitScript(
        (state) => localStorage.setItem('chentu-preferences', state),
        JSON.stringify({ state: { language, theme, wording: {} }, version: 0 }),
      )
      await page.goto(`${server.origin}#/${mode}${mode === 'explore' ? '?source=construction-site/GD2022-0173' : ''}`)
      if (mode === 'explore') await mapDrawn(page)
      else await page.locator('h2').first().waitFor()
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
