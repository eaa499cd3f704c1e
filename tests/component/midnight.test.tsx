import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useDay } from '@/app/use-day'
import { useChentu } from '@/store/chentu'
import type { Mode } from '@/store/view/view'

vi.mock('@/workers/client', () => ({ datasetWorker: () => ({}), onDatasetWorkerStopped: () => undefined }))

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2022-10-31T15:59:00Z'), toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

/** Whether a screen is judged anew after midnight in Shanghai. */
function isJudgedAnew(mode: Mode, packageDay: string, chosen: string | null = null): boolean {
  const refresh = vi.fn(async () => undefined)
  const opened = { dataset: { settings: { asOf: packageDay } } } as never
  useChentu.setState(({ view }) => ({ view: { ...view, mode, asOf: chosen }, opened, refresh }))
  vi.setSystemTime(Date.parse('2022-10-31T15:59:00Z'))
  const { rerender, unmount } = renderHook(useDay)
  expect(refresh).not.toHaveBeenCalled()
  vi.setSystemTime(Date.parse('2022-10-31T16:01:00Z'))
  rerender()
  unmount()
  return refresh.mock.calls.length > 0
}

it('the field is judged anew after midnight, whatever day the package or the address has', () => {
  expect(isJudgedAnew('field', '2022-10-31')).toBe(true)
  expect(isJudgedAnew('field', 'today', '2022-06-30')).toBe(true)
})

it('another screen only if it follows the day', () => {
  expect(isJudgedAnew('explore', 'today')).toBe(true)
  expect(isJudgedAnew('explore', '2022-10-31')).toBe(false)
  expect(isJudgedAnew('explore', 'today', '2022-06-30')).toBe(false)
})
