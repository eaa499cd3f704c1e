import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { type PreviewServer, preview } from 'vite'
import { servedHeaders } from '../../scripts/served-headers.ts'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** WebGL2 without a graphics card, and no connection of the browser's own. */
export const FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // Pages are painted by the processor: without a card the other way is slower.
  '--disable-gpu-rasterization',
  '--disable-gpu-compositing',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
]

export async function executable(): Promise<string> {
  const own = process.env.CHROME_PATH ?? SYSTEM.find(existsSync)
  if (own) return own
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

/** Starts a Chromium; says what to install where none runs. */
export async function launch(extra: readonly string[] = []): Promise<Browser> {
  try {
    return await chromium.launch({ executablePath: await executable(), args: [...FLAGS, ...extra] })
  } catch (error) {
    throw new Error(
      `No Chromium runs here. Install one (Debian: apt-get install chromium) or set CHROME_PATH; the packed one needs libnss3, libnspr4 and libexpat1.\n${error}`,
    )
  }
}

/** Serves the built app, or another folder, on a free port of this machine. */
export async function serve(folder = 'dist'): Promise<{ origin: string; close(): Promise<void> }> {
  const server: PreviewServer = await preview({
    configFile: false,
    plugins: [servedHeaders],
    build: { outDir: folder },
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'silent',
  })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { origin: `http://127.0.0.1:${address.port}/`, close: () => server.close() }
}

/** A page on which every request outside `origin`, every policy violation and every error is written down. */
export async function openPage(browser: Browser, origin: string, options: BrowserContextOptions = {}) {
  // What the service worker does has a test of its own; elsewhere it would fetch the whole app once a page.
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
    ...options,
  })
  const faults: string[] = []
  await context.route('**', (route) => {
    const url = route.request().url()
    if (url.startsWith(origin) || url.startsWith('blob:') || url.startsWith('data:')) return route.continue()
    faults.push(`request to ${url}`)
    return route.abort()
  })
  // The welcome was seen, and the field list stands without its map, which takes seconds to draw here; their own tests
  // change this.
  await context.addInitScript(() => {
    if (!localStorage.getItem('chentu-preferences'))
      localStorage.setItem(
        'chentu-preferences',
        JSON.stringify({ state: { toured: true, fieldMap: false }, version: 0 }),
      )
  })
  const page: Page = await context.newPage()
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  return { context, page, faults }
}

/** Opens an address of the app, does something, and wants no request outside, no policy violation and no error. */
export async function visitPage(
  browser: Browser,
  origin: string,
  address: string,
  act: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const { context, page, faults } = await openPage(browser, origin, options)
  try {
    await page.goto(origin + address)
    await act(page)
    if (faults.length > 0) throw new Error(faults.join('\n'))
  } finally {
    await context.close()
  }
}

/** Waits until counties and symbols are on the map. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.locator('[data-testid="map"][data-drawn="true"][data-symbols]').waitFor({ timeout: 60_000 })
}

/** What axe finds wrong with a page; of the second theme only the colours, since all else is the same. */
export async function accessibilityFaults(page: Page, theme = 'light'): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (theme === 'light' ? axe : axe.withRules(['color-contrast'])).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
