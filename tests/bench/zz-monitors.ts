import { launch, openPage, serve } from '../browser/chromium'
const browser = await launch([], 'shell')
const { origin } = await serve()
const shot = async (name: string, hash: string, size: [number, number], language: string, act?: (page: any) => Promise<void>) => {
  const { page, context, faults } = await openPage(browser, origin, { webgl: false, viewport: { width: size[0], height: size[1] }, preferences: { toured: true, language } as any })
  await page.goto(`${origin}/${hash}`)
  await page.waitForTimeout(9000)
  if (act) await act(page)
  await page.screenshot({ path: `/tmp/b/look/mk-${name}.png` })
  if (faults.length) console.log(name, faults)
  await context.close()
}
const only = process.env.ONLY
const all: [string, string, [number, number], string, ((page: any) => Promise<void>)?][] = [
  ['map-zh', '#/explore', [1440, 900], 'zh-CN'],
  ['card-zh', '#/explore?source=dust-monitor/YC2022-0002', [1440, 900], 'zh-CN'],
  ['site-en', '#/explore?source=construction-site/GD2022-0019', [1440, 900], 'en'],
  ['tablet-en', '#/explore', [820, 1180], 'en'],
  ['layers-zh', '#/explore?panel=layers', [820, 1180], 'zh-CN'],
  ['layers-en', '#/explore?panel=layers', [1440, 900], 'en'],
  ['monitor-zh', '#/monitoring?device=GD2022-0019', [1440, 900], 'zh-CN'],
]
for (const each of all) if (!only || each[0].includes(only)) await shot(...each)
await browser.close()
process.exit(0)
