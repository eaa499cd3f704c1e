import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { madeUpTown } from '../fixtures/made-up-town'
import { tileArchive } from '../fixtures/tile-archive'
import { launch, mapDrawn, openPage, serve } from './chromium'

const CENTRE = [108.7089, 34.3296] as const
const folder = mkdtempSync(join(tmpdir(), 'chentu-site-'))
let browser: Browser
let server: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  cpSync('dist', folder, { recursive: true })
  const bounds = [108.4, 34.1, 109, 34.5] as const
  const map = tileArchive({ town: madeUpTown(CENTRE), schema: 'openmaptiles', bounds, minZoom: 7, maxZoom: 12 })
  writeFileSync(join(folder, 'data/basemap.pmtiles'), Buffer.from(await map.arrayBuffer()))
  const path = join(folder, 'data/datapackage.json')
  const descriptor = JSON.parse(readFileSync(path, 'utf8'))
  descriptor.chentu.basemap = { path: 'basemap.pmtiles', attribution: '测试用图 <i>' }
  writeFileSync(path, JSON.stringify(descriptor))
  ;[browser, server] = await Promise.all([launch([], 'shell'), serve(folder)])
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(folder, { recursive: true })
})

const drawn = (page: Page) => page.locator('[data-testid="map"][data-basemaps="package"]').waitFor({ timeout: 60_000 })

/**
 * Expects the base map to be visible: without it the picture differs. A canvas may start the dashes of a border
 * elsewhere each time.
 */
async function wantSeen(page: Page): Promise<void> {
  const map = page.getByTestId('map')
  await drawn(page)
  const before = await map.screenshot()
  const ground = page.getByRole('switch', { name: '数据包自带底图' })
  await ground.click()
  await page.locator('[data-testid="map"][data-basemaps=""]').waitFor()
  let without = before
  const isOther = async (from: Buffer) => {
    without = await map.screenshot()
    return !without.equals(from)
  }
  await expect.poll(() => isOther(before)).toBe(true)
  const after = without
  await ground.click()
  await drawn(page)
  await expect.poll(() => isOther(after)).toBe(true)
}

describe('the base map of a package', () => {
  it('is also drawn without WebGL', async () => {
    const { context, page, faults } = await openPage(browser, server.origin, { webgl: false, reducedMotion: 'reduce' })
    await page.goto(`${server.origin}#/explore?panel=layers&off=dustfall,ring&at=${CENTRE},12`)
    await mapDrawn(page)
    await wantSeen(page)
    await page.locator('[data-map-control="attribution"]').filter({ hasText: '测试用图 <i>' }).waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  it('is shown at once, stored with its size shown, and drawn offline; no other folder is requested', async () => {
    const { context, page, faults } = await openPage(browser, server.origin, {
      viewport: { width: 1280, height: 800 },
      serviceWorkers: 'allow',
    })
    const pieces: { readonly status: number; readonly bytes: number }[] = []
    page.on('response', (response) => {
      if (!response.url().endsWith('.pmtiles')) return
      pieces.push({ status: response.status(), bytes: Number(response.headers()['content-length']) })
    })
    const explore = `#/explore?panel=layers&off=dustfall,ring&at=${CENTRE},12`
    await page.goto(server.origin + explore)
    await mapDrawn(page)
    await wantSeen(page)
    await page.locator('[data-map-control="attribution"]').filter({ hasText: '测试用图 <i>' }).waitFor()
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.every(({ status }) => status === 206)).toBe(true)

    await page.goto(`${server.origin}#/meeting?scene=1`)
    await page.locator('section[data-scene="map"] svg image[href^="blob:"]').waitFor()

    await page.goto(`${server.origin}#/field`)
    await page.getByText('断网也能打开').waitFor()
    await page.getByRole('button', { name: '交内勤' }).click()
    await page.getByText('本机没有存底图').waitFor()
    await page.getByRole('button', { name: /^存本市范围（[\d.]+ (?:kB|MB)，到 12 级）$/ }).click()
    await page.getByText(/^本市范围的底图已存到本机（到 12 级），[\d.]+ (?:kB|MB)/).waitFor()
    expect(faults).toEqual([])

    await server.close()
    await page.goto(server.origin + explore)
    await page.reload()
    await mapDrawn(page)
    await page.getByText(/存在本机的数据/).waitFor()
    await wantSeen(page)
    expect(await page.getByText(/没有底图|底图“.*无法打开/).count()).toBe(0)
    // The browser’s own log entry about a missing server is not an error.
    expect(faults.filter((fault) => !/ERR_CONNECTION_REFUSED/.test(fault))).toEqual([])
    await context.close()
  })
})
