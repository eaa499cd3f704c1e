import type { Page } from 'playwright-core'
import { afterAll, onTestFinished } from 'vitest'
import { launch, openPage, type PageOptions, serve } from './chromium'

/** One Chromium and one server for all files that a worker of vitest runs, which keeps this module; they end with it. */
export const [browser, { origin }] = await Promise.all([launch(), serve()])

/** For what is done on the map: it is drawn, and jumps where it would fly, since each frame takes a while here. */
export const STILL_MAP = { map: true, reducedMotion: 'reduce' } as const

const open = (options: PageOptions) => openPage(browser, origin, { map: false, ...options })

type Act = (page: Page) => Promise<void>

function wantNone(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

/** What no test may see, also one that provokes errors. */
const NEVER = /^request to |Content Security Policy/

/** A page in a profile of its own, for one test; without a map, which takes seconds to draw, unless it is asked for. */
export async function openApp(options: PageOptions = {}) {
  const opened = await open(options)
  onTestFinished(async () => {
    // Of a test that failed too: what stayed open would slow down the others.
    await opened.context.close()
    wantNone(opened.faults.filter((fault) => NEVER.test(fault)))
  })
  return opened
}

/** Opens an address in a profile of its own, does something, and wants no request outside, no violation and no error. */
export async function visit(address: string, act: Act, options: PageOptions = {}): Promise<void> {
  const { context, page, faults } = await openApp(options)
  await page.goto(origin + address)
  await act(page)
  await context.close()
  wantNone(faults)
}

/**
 * Like `visit`, but in one page that stays: an address with a hash is opened as a link is in a window that shows the app. After
 * a visit that failed the next one gets a page of its own.
 */
export function inOnePage(options: PageOptions = {}): (address: string, act: Act) => Promise<void> {
  let opened: ReturnType<typeof open> | undefined
  afterAll(async () => {
    const last = await opened
    await last?.context.close()
    // What came late.
    wantNone(last?.faults ?? [])
  })
  return async (address, act) => {
    opened ??= open(options)
    const { context, page, faults } = await opened
    try {
      await page.goto(origin + address)
      await act(page)
      wantNone(faults)
    } catch (error) {
      opened = undefined
      await context.close()
      throw error
    }
  }
}

/** Lets the disk have so little room; without `bytes` all that there is. Before the first write: Chromium remembers for a while. */
export async function roomOnDisk(page: Page, bytes?: number): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(origin).origin,
    ...(bytes === undefined ? {} : { quotaSize: bytes }),
  })
}
