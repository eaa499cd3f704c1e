import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launch, openPage, serve } from '../browser/chromium'
import { memoryOf } from './memory'

/** Milliseconds from a press until its result is shown. */
async function timed(page: Page, press: () => Promise<void>, wait: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await press()
  await wait()
  await page.evaluate(() => new Promise(requestAnimationFrame))
  return performance.now() - begun
}

/**
 * Measures the truck screen with tracks folded into `data`, in the built app in `app`, which is overwritten: times in
 * ms, memory of page and workers in MB.
 */
export async function truckScreen(app: string, data: string) {
  const { resources } = JSON.parse(readFileSync(join(data, 'truck-resources.json'), 'utf8'))
  cpSync(join(data, 'trucks'), join(app, 'data/trucks'), { recursive: true })
  const path = join(app, 'data/datapackage.json')
  const descriptor = JSON.parse(readFileSync(path, 'utf8'))
  const isOther = (each: { chentu?: { role?: string } }) =>
    !/^truck-(?:positions|trips|stops|breaches)$/.test(each.chentu?.role ?? '')
  writeFileSync(
    path,
    JSON.stringify({ ...descriptor, resources: [...descriptor.resources.filter(isOther), ...resources] }),
  )

  const { origin, close } = await serve(app)
  const browser = await launch()
  const { page } = await openPage(browser, origin, { viewport: { width: 1440, height: 900 } })
  await page.goto(`${origin}#/explore`)
  await page.locator('#app table tbody tr').first().waitFor()
  await page.waitForLoadState('networkidle')
  const drawn = page.locator('[data-testid="truck-map"][data-drawn="true"]')
  const isRead = page.getByRole('status').getByText(/^\d+ 辆$/)
  const list = await timed(
    page,
    async () => void (await page.goto(`${origin}#/trucks`)),
    () => page.locator('#trucks li').first().waitFor(),
  )
  await drawn.waitFor()
  await isRead.waitFor()
  const days: number[] = []
  for (let round = 0; round < 5; round++) {
    await page.getByRole('button', { name: /^日期/ }).click()
    const other = page.getByRole('option').nth(round)
    const day = (await other.textContent())!.trim()
    const shown = page.locator(`#truck-day [data-old="false"] figure[aria-label*="${day}"]`)
    days.push(
      await timed(
        page,
        () => other.click(),
        () => shown.waitFor(),
      ),
    )
  }
  const stops = await timed(
    page,
    () => page.getByRole('radio', { name: '本月停留' }).check({ force: true }),
    () => page.getByText(/圆点为停留，共 \d+ 次/).waitFor(),
  )
  const memory = await memoryOf(browser, page)
  await browser.close()
  await close()
  return { list, day: days.sort((a, b) => a - b)[2]!, stops, memory }
}
