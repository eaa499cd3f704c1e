import type { Browser, Page } from 'playwright-core'
import { afterAll, onTestFinished } from 'vitest'
import { openPage, type PageOptions } from './chromium'

export type Act = (page: Page) => Promise<void>

function expectNoFaults(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

/** Errors that fail every test, also one that provokes errors. */
const ALWAYS_FAULTS = /^request to |Content Security Policy/

/** How to open pages of the app at this address. */
export function appPages(browser: Browser, origin: string) {
  const open = (options: PageOptions) => openPage(browser, origin, { webgl: false, ...options })
  type Opened = Awaited<ReturnType<typeof open>>

  /** A page in a separate profile, for one test; without WebGL unless requested. */
  async function openApp(options: PageOptions = {}): Promise<Opened> {
    const opened = await open(options)
    onTestFinished(async () => {
      // Also after a failed test: open pages would slow down the others.
      await opened.context.close()
      expectNoFaults(opened.faults.filter((fault) => ALWAYS_FAULTS.test(fault)))
    })
    return opened
  }

  /** Pages of finished tests, with nothing stored, by the options that they were opened with. */
  const emptied = new Map<string, Opened>()

  /** Closes the app in a page and all its other windows, and deletes what they stored. */
  async function empty({ context, page }: Opened): Promise<void> {
    for (const each of context.pages()) if (each !== page) await each.close()
    await page.evaluate(() => localStorage.clear())
    await page.goto('about:blank')
    const cdp = await context.newCDPSession(page)
    await cdp.send('Storage.clearDataForOrigin', { origin: new URL(origin).origin, storageTypes: 'all' })
    await cdp.send('Page.resetNavigationHistory')
    await cdp.detach()
  }

  /** A page with nothing stored, and a function that returns it for reuse, once, after late errors have arrived. */
  async function takeEmptied(options: PageOptions) {
    const { viewport = { width: 1440, height: 900 }, ...others } = options
    const like = JSON.stringify(others)
    const before = emptied.get(like)
    emptied.delete(like)
    const opened = before ?? (await open({ ...others, viewport }))
    if (before && viewport) await opened.page.setViewportSize(viewport)
    let isOut = true
    const giveBack = async (failed: boolean): Promise<string[]> => {
      if (!isOut) return []
      isOut = false
      // A reused profile does not always get its position.
      const isKept = !failed && !options.geolocation && !opened.page.isClosed() && !emptied.has(like)
      if (isKept) await empty(opened)
      else await opened.context.close()
      if (isKept) emptied.set(like, opened)
      return opened.faults.splice(0)
    }
    onTestFinished(async ({ task }) => {
      expectNoFaults((await giveBack(task.result?.state === 'fail')).filter((fault) => ALWAYS_FAULTS.test(fault)))
    })
    return { ...opened, giveBack }
  }

  /**
   * Like `openApp`, but the profile may be that of an earlier test with nothing stored, where the app starts in two
   * thirds of the time. For a test that changes nothing of the profile (no route, init script of the context, clock or
   * quota) and does not close its context. With a position, the profile is always a new one.
   */
  const openEmptied = async (options: PageOptions = {}): Promise<Opened> => takeEmptied(options)

  /**
   * Opens an address in a page of `openEmptied`, runs an action, and expects no outside request, no violation and no
   * error.
   */
  async function visit(address: string, act: Act, options: PageOptions = {}): Promise<void> {
    const { page, giveBack } = await takeEmptied(options)
    await page.goto(origin + address)
    await act(page)
    expectNoFaults(await giveBack(false))
  }

  /**
   * Like `visit`, but in one page that stays: an address with a hash is opened like a link in a window with the app.
   * After a failed visit the next one gets a new page.
   */
  function stayingPage(options: PageOptions) {
    let opened: ReturnType<typeof open> | undefined
    const visitAgain = async (address: string, act: Act): Promise<void> => {
      opened ??= open(options)
      const { context, page, faults } = await opened
      try {
        await page.goto(origin + address)
        await act(page)
        expectNoFaults(faults)
      } catch (error) {
        opened = undefined
        await context.close()
        throw error
      }
    }
    const close = async () => {
      const last = await opened
      await last?.context.close()
      // Errors that arrived late.
      expectNoFaults(last?.faults ?? [])
    }
    return { visitAgain, close }
  }

  /** One page for the visits of a file, which may leave there what does not disturb the file’s other tests. */
  function inOnePage(options: PageOptions = {}): (address: string, act: Act) => Promise<void> {
    const { visitAgain, close } = stayingPage(options)
    afterAll(close)
    return visitAgain
  }

  /**
   * Limits the disk space to this many bytes; without `bytes` removes the limit. Before the first write: Chromium
   * remembers the value for a while.
   */
  async function roomOnDisk(page: Page, bytes?: number): Promise<void> {
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Storage.overrideQuotaForOrigin', {
      origin: new URL(origin).origin,
      ...(bytes === undefined ? {} : { quotaSize: bytes }),
    })
  }

  return { origin, openApp, openEmptied, visit, inOnePage, stayingPage, roomOnDisk }
}
