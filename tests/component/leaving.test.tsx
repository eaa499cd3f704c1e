import { act, cleanup, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { installErrorHandlers } from '@/app/last-net'
import { Notices } from '@/app/Notices'
import { startI18n } from '@/i18n'
import { zh } from '@/i18n/zh-CN'
import { useNotices } from '@/store/page/notices'
import { lazyPart } from '@/ui/lazy-part'
import { ScreenPart } from '@/ui/ScreenPart'

beforeAll(async () => {
  await startI18n('zh-CN')
  installErrorHandlers()
})
beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  useNotices.setState({ codes: [] })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

/** A screen whose code request was aborted, as Vite reports it. */
async function breakOff() {
  const error = new Error('Unable to preload CSS')
  const Screen = lazyPart(async () => {
    window.dispatchEvent(new Event('vite:preloadError'))
    throw error
  })
  render(
    <>
      <Notices />
      <ScreenPart>
        <Suspense fallback="…">
          <Screen />
        </Suspense>
      </ScreenPart>
    </>,
  )
  const uncaught = new Event('unhandledrejection', { cancelable: true })
  window.dispatchEvent(Object.assign(uncaught, { reason: error }))
  await pass(1000)
  return uncaught
}
const chunkNotices = () => screen.queryAllByText(zh.notice['chunk-gone'], { exact: false })

it('a page that stays open reports what it could not load', async () => {
  expect((await breakOff()).defaultPrevented).toBe(false)
  expect(chunkNotices()).toHaveLength(1)
  expect(screen.getByText(zh.app.panelFailed)).toBeTruthy()
})

it('a page that is being left reports no aborted requests, and reports them if it stays open after all', async () => {
  window.dispatchEvent(new Event('beforeunload'))
  expect((await breakOff()).defaultPrevented).toBe(true)
  expect(screen.queryAllByRole('alert')).toEqual([])
  expect(console.error).not.toHaveBeenCalled()
  await pass(10_000)
  expect(chunkNotices()).toHaveLength(1)
  expect(screen.getByText(zh.app.panelFailed)).toBeTruthy()
})
