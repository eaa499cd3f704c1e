import type { Browser } from 'playwright-core'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly ts: number
  /** Microseconds of processor time, independent of other load. */
  readonly tdur?: number
  readonly args?: { readonly data?: { readonly type?: string } }
}

/** Tasks between a key and its picture, on the page's main thread and on the thread that displays frames. */
const IN_LINE = ['EventDispatch', 'WebFrameWidgetImpl::UpdateLifecycle', 'Commit', 'Display::DrawAndSwap']
/** Painting is done by two threads. */
const PAINTERS = 2

/**
 * Milliseconds of processor time for a key's picture, from Chromium's trace; on an idle machine the key takes about as
 * long. `act` presses the key and returns the milliseconds until its picture was shown.
 */
export async function workOf(browser: Browser, act: () => Promise<number>): Promise<number> {
  const root = await browser.newBrowserCDPSession()
  const events: TraceEvent[] = []
  root.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await root.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'cc', 'blink', 'viz'] },
  })
  const ms = await act()
  const whole = new Promise((done) => root.once('Tracing.tracingComplete', done))
  await root.send('Tracing.end')
  await whole
  await root.detach()
  const begun = events.find(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown')?.ts ?? 0
  const sum = (names: readonly string[]) =>
    events
      .filter(({ ph, name, ts }) => ph === 'X' && names.includes(name) && ts >= begun && ts <= begun + ms * 1000)
      .reduce((all, { tdur = 0 }) => all + tdur / 1000, 0)
  return sum(IN_LINE) + sum(['RasterTask']) / PAINTERS
}
