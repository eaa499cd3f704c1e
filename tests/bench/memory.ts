import type { Browser, Page } from 'playwright-core'

/** JavaScript heaps and array buffers of the page and its workers, after collecting garbage, MB. */
export async function memoryOf(browser: Browser, page: Page): Promise<number> {
  const usage = async (send: (method: string) => Promise<unknown>) => {
    await send('HeapProfiler.collectGarbage')
    const { usedSize, backingStorageSize = 0 } = (await send('Runtime.getHeapUsage')) as {
      usedSize: number
      backingStorageSize?: number
    }
    return usedSize + backingStorageSize
  }
  const cdp = await page.context().newCDPSession(page)
  let bytes = await usage((method) => cdp.send(method as 'HeapProfiler.collectGarbage'))
  const root = await browser.newBrowserCDPSession()
  const { targetInfos } = await root.send('Target.getTargets')
  for (const { targetId, type } of targetInfos) {
    if (type !== 'worker') continue
    const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: false })
    let id = 0
    bytes += await usage(
      (method) =>
        new Promise((done) => {
          const mine = ++id
          const hear = (event: { sessionId: string; message: string }) => {
            const message = JSON.parse(event.message) as { id: number; result: unknown }
            if (event.sessionId !== sessionId || message.id !== mine) return
            root.off('Target.receivedMessageFromTarget', hear)
            done(message.result)
          }
          root.on('Target.receivedMessageFromTarget', hear)
          void root.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: mine, method }) })
        }),
    )
  }
  return bytes / 1e6
}
