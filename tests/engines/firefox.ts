import { existsSync } from 'node:fs'
import puppeteer, { type ElementHandle, type KeyInput } from 'puppeteer-core'
import { startDisplay } from './display'
import { type Engine, HOLD_PRINT, needs, PRINT_ASKED, type Window } from './engine'

/** Firefox ESR by WebDriver BiDi, on a display: without one it has no WebGL. */
export async function startFirefox({ folder, isPrivate }: Window): Promise<Engine> {
  const executablePath = needs('/usr/bin/firefox-esr', 'firefox-esr', existsSync)
  const display = await startDisplay()
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    userDataDir: folder,
    headless: false,
    // Sets the window size at the start: a size set later does not apply to the first page.
    defaultViewport: null,
    args: ['--width=1440', '--height=1000'],
    env: { ...process.env, ...display.env },
    extraPrefsFirefox: {
      'webgl.force-enabled': true,
      'webgl.disabled': false,
      // An address that stands in for another machine (tests/engines/run-journeys.ts).
      'network.socket.ip_addr_any.disabled': false,
      'browser.privatebrowsing.autostart': isPrivate,
    },
  })
  const page = (await browser.pages())[0] ?? (await browser.newPage())
  page.setDefaultTimeout(120_000)
  const faults: string[] = []
  // An error logged to the console arrives as “JSHandle@error”, without its message.
  await page.evaluateOnNewDocument(() => {
    const write = console.error
    console.error = (...parts: unknown[]) =>
      write(...parts.map((part) => (part instanceof Error ? `${part.name}: ${part.message}\n${part.stack}` : part)))
  })
  page.on('pageerror', (error) => faults.push(`error: ${error instanceof Error ? error.message : String(error)}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  return {
    name: (await browser.version()).replace('/', ' '),
    open: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    ask: async <T>(expression: string) => (await page.evaluate(expression)) as T,
    choose: async (selector, files) => {
      const input = (await page.$(selector)) as ElementHandle<HTMLInputElement> | null
      if (!input) throw new Error(`nothing to choose files in: ${selector}`)
      await input.uploadFile(...files)
    },
    key: (name) => page.keyboard.press(name as KeyInput),
    tap: (x, y) => page.mouse.click(x, y),
    picture: async () => Buffer.from(await page.screenshot()),
    print: async (ask) => {
      await page.evaluate(HOLD_PRINT)
      await ask()
      await page.waitForFunction(PRINT_ASKED)
      return Buffer.from(await page.pdf({ preferCSSPageSize: true }))
    },
    hearsErrors: true,
    faults: () => faults.splice(0),
    close: async () => {
      await browser.close()
      display.close()
    },
  }
}
