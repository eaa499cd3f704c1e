import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { useKeeping } from '@/features/import/records/use-keeping'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('does not wait for an unanswered permission prompt, and shows the answer when it arrives', async () => {
  vi.useFakeTimers()
  let answer = (_kept: boolean) => {}
  const persist = vi.fn(() => new Promise<boolean>((done) => (answer = done)))
  vi.stubGlobal('navigator', { storage: { persist } })
  const { result } = renderHook(useKeeping)
  let ended = false
  const asked = result.current.ask().then(() => {
    ended = true
  })
  await act(() => vi.advanceTimersByTimeAsync(3000))
  await asked
  expect([ended, result.current.keeping]).toEqual([true, 'asking'])
  // The user is not asked twice at once.
  await result.current.ask()
  expect(persist).toHaveBeenCalledTimes(1)
  await act(async () => answer(true))
  expect(result.current.keeping).toBe('kept')
})

it('warns at once if the browser does not grant persistent storage, and not if it does or can’t be asked', async () => {
  const said = async (storage: object | undefined) => {
    vi.stubGlobal('navigator', { storage })
    const { result } = renderHook(useKeeping)
    await act(() => result.current.ask())
    return result.current.keeping
  }
  expect(await said({ persist: async () => true })).toBeNull()
  expect(await said({ persist: async () => false })).toBe('refused')
  expect(await said({ persist: () => Promise.reject(new TypeError()) })).toBe('refused')
  expect(await said(undefined)).toBeNull()
})
