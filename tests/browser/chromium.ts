import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { type Connect, type Plugin, type PreviewServer, preview } from 'vite'
import { servedHeaders } from '../../scripts/served-headers.ts'

/** Debian’s package chromium-headless-shell: pages without a window, for an eighth less processor time. */
const SHELL = '/usr/bin/chromium-headless-shell'
const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * Chromium 156 keeps two pages of its own ready behind the address bar of each window, which here cost as much as the
 * app. Of several lists only the last one counts, so the relevant features that Playwright switches off are listed
 * again.
 */
const NO_FEATURES = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable'],
  ...['HttpsUpgrades', 'LensOverlay', 'MediaRouter', 'OptimizationHints', 'PaintHolding', 'PreconnectToSearch'],
  ...['NetworkTimeServiceQuerying', 'ThirdPartyStoragePartitioning'],
]

/**
 * What draws WebGL2 without a graphics card: Mesa, if a Linux has it, draws a map in half the time of SwiftShader,
 * which is part of Chromium.
 */
const ANGLE = process.platform === 'linux' ? 'gl-egl' : 'swiftshader'

/** Lets a browser draw as on an office PC without a usable graphics card, for measurements. */
export const OFFICE_DRAWING = ['--use-angle=swiftshader']

/** WebGL2 without a graphics card, and no connection to anywhere but this machine. */
export const FLAGS = [
  '--no-sandbox',
  `--use-angle=${ANGLE}`,
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // Pages are painted by the processor: without a card that is faster.
  '--disable-gpu-rasterization',
  '--disable-gpu-compositing',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  // A whole browser does not hint letters; the shell would, which changes the width of lines.
  '--font-render-hinting=none',
  `--disable-features=${NO_FEATURES.join(',')}`,
]

/** A whole Chromium, as people use it; `shell` if it is installed, for tests that need only a page. */
export async function executable(kind: 'whole' | 'shell' = 'whole'): Promise<string> {
  const own = process.env.CHROME_PATH ?? [...(kind === 'shell' ? [SHELL] : []), ...SYSTEM].find(existsSync)
  if (own) return own
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

/** Starts a Chromium of {@link executable}; the error says what to install if none can start. */
export async function launch(extra: readonly string[] = [], kind: 'whole' | 'shell' = 'whole'): Promise<Browser> {
  try {
    return await chromium.launch({ executablePath: await executable(kind), args: [...FLAGS, ...extra] })
  } catch (error) {
    throw new Error(
      `No Chromium runs here. Install one (Debian: apt-get install chromium) or set CHROME_PATH; the packed one needs libnss3, libnspr4 and libexpat1.\n${error}`,
    )
  }
}

/**
 * Serves the built app, or another folder, on a free port of this machine; `first` gets every request before it is
 * answered.
 */
export async function serve(
  folder = 'dist',
  first: Connect.NextHandleFunction = (_request, _response, next) => next(),
  port = 0,
): Promise<{ origin: string; close(): Promise<void> }> {
  const heard: Plugin = {
    name: 'heard-first',
    configurePreviewServer({ middlewares }) {
      middlewares.use(first)
      // On one machine, compressing a file takes longer than sending it.
      middlewares.use((request, _response, next) => {
        delete request.headers['accept-encoding']
        next()
      })
    },
  }
  const server: PreviewServer = await preview({
    configFile: false,
    plugins: [heard, servedHeaders],
    build: { outDir: folder },
    preview: { port, strictPort: true, host: '127.0.0.1' },
    logLevel: 'silent',
  })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { origin: `http://127.0.0.1:${address.port}/`, close: () => server.close() }
}

/** Options of a page: those of its browser, and those of this suite. */
export interface PageOptions extends BrowserContextOptions {
  /** Whether maps are drawn with WebGL, or the browser has none; without it the app uses its other engine. */
  readonly webgl?: boolean
  /** Origins that may be requested beside the app’s own. */
  readonly alsoAsks?: readonly string[]
  /** Stored data of an earlier visit; without it the welcome was seen, and the field list is shown without its map. */
  readonly preferences?: object
}

/** The browser has no WebGL from the next page on: testing for it takes time. */
export const withoutWebgl = (context: BrowserContext) =>
  context.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
      apply: (get, canvas, [kind, ...rest]) =>
        String(kind).startsWith('webgl') ? null : Reflect.apply(get, canvas, [kind, ...rest]),
    })
  })

/** A page that records every request outside `origin`, every policy violation and every error. */
export async function openPage(browser: Browser, origin: string, options: PageOptions = {}) {
  const { webgl, alsoAsks = [], preferences = { toured: true }, ...own } = options
  // The service worker has a test of its own; elsewhere it would download the whole app once per page.
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
    ...own,
  })
  const faults: string[] = []
  const mayAsk = [origin, ...alsoAsks, 'blob:', 'data:']
  // Only observed, not intercepted: an intercepted request costs more.
  context.on('request', (request) => {
    const url = request.url()
    if (!mayAsk.some((each) => url.startsWith(each))) faults.push(`request to ${url}`)
  })
  context.on('weberror', (error) => faults.push(`error: ${error.error().message}`))
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  await context.addInitScript(
    (state) => {
      if (location.origin !== 'null' && !localStorage.getItem('chentu-preferences'))
        localStorage.setItem('chentu-preferences', JSON.stringify({ state, version: 0 }))
    },
    { ...preferences, ...(webgl && { mapEngine: 'webgl' }) },
  )
  if (webgl === false) await withoutWebgl(context)
  const page: Page = await context.newPage()
  return { context, page, faults }
}

/** Another window of a profile: a background tab is drawn once a second, and each click there waits for that. */
export async function openWindow(context: BrowserContext): Promise<Page> {
  const opening = context.waitForEvent('page')
  await context.pages()[0]!.evaluate(() => void open('about:blank', '', 'popup,noopener'))
  return opening
}

/** Waits until counties and symbols are on the map, and the drawing that it replaces is gone. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.locator('[data-testid="map"][data-drawn="true"][data-symbols]').waitFor({ timeout: 60_000 })
  await page.getByTestId('county-drawing').first().waitFor({ state: 'detached' })
}

/**
 * Accessibility violations that axe finds on a page; only colours for the second theme, because all else is the same.
 */
export async function accessibilityFaults(page: Page, theme = 'light'): Promise<string[]> {
  // Passed rules are not listed; the other mode opens a page of its own for frames, of which there are none here.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  const { violations } = await (theme === 'light' ? axe : axe.withRules(['color-contrast'])).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
