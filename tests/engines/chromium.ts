import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { executable, FLAGS } from '../browser/chromium'
import { type Engine, HOLD_PRINT, PRINT_ASKED, type Window } from './engine'

/** Unpacks Chromium 109 into a separate folder: the package's own function uses any Chromium in the temporary folder. */
export function unpackChromium109(): string {
  const folder = 'node_modules/.cache/chromium-109'
  const binary = join(folder, 'chromium')
  if (existsSync(binary)) return binary
  const packed = join(dirname(createRequire(`${process.cwd()}/package.json`).resolve('chromium-109')), '../bin')
  const unpacked = (name: string) => brotliDecompressSync(readFileSync(join(packed, name)))
  mkdirSync(folder, { recursive: true })
  const { status } = spawnSync('tar', ['-x', '-C', folder], { input: unpacked('swiftshader.tar.br') })
  if (status !== 0) throw new Error('tar could not unpack swiftshader.tar.br')
  // Renamed last, so that it has its final name only when it is complete.
  writeFileSync(`${binary}.part`, unpacked('chromium.br'), { mode: 0o755 })
  renameSync(`${binary}.part`, binary)
  return binary
}

interface Start {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly window: Window
}

async function start({ executablePath, args, window }: Start): Promise<Engine> {
  const how = { executablePath, args: [...args] }
  const size = { viewport: { width: 1440, height: 900 } }
  const context = window.isPrivate
    ? await (await chromium.launch(how)).newContext(size)
    : await chromium.launchPersistentContext(window.folder, { ...how, ...size })
  const page = context.pages()[0] ?? (await context.newPage())
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  return {
    name: `Chromium ${context.browser()?.version()}`,
    open: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    ask: <T>(expression: string) => page.evaluate<T>(expression),
    choose: (selector, files) => page.locator(selector).setInputFiles([...files]),
    key: (name) => page.keyboard.press(name),
    tap: (x, y) => page.mouse.click(x, y),
    picture: () => page.screenshot(),
    print: async (ask) => {
      await page.evaluate(HOLD_PRINT)
      await ask()
      await page.waitForFunction(PRINT_ASKED)
      return page.pdf({ preferCSSPageSize: true })
    },
    hearsErrors: true,
    faults: () => faults.splice(0),
    close: async () => {
      const browser = context.browser()
      await context.close()
      await browser?.close()
    },
  }
}

/** The last Chromium that runs on Windows 7. */
export const startChromium109 = (window: Window) =>
  start({
    executablePath: unpackChromium109(),
    args: [
      ...['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--ignore-gpu-blocklist'],
      // Without a graphics card, pages are painted faster by the CPU itself than through a simulated card.
      ...['--disable-gpu-rasterization', '--disable-gpu-compositing'],
    ],
    window,
  })

/** The Chromium of this machine, as it is today. */
export const startChromium = async (window: Window) =>
  start({ executablePath: await executable(), args: FLAGS, window })
