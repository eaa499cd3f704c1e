import 'fake-indexeddb/auto'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NOTHING_CHECKED, readCheckDraft } from '@/features/field/record/drafts'
import { dropDraft, useDraft } from '@/features/field/record/use-draft'
import { ledger } from '@/store/ledger'

const show = (key: string) => renderHook(() => useDraft(key, readCheckDraft, NOTHING_CHECKED, vi.fn())).result

beforeEach(async () => {
  localStorage.clear()
  await ledger().database.drafts.clear()
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

it('letters that are not on the disk when the page is closed are there when it is opened again', async () => {
  const form = show('stockpile/1')
  await waitFor(() => expect(form.current.draft).not.toBeNull())
  act(() => form.current.change({ note: '土堆' }))
  await form.current.ready()
  // The disk is slower than the hand that closes the page.
  const slow = vi.spyOn(ledger(), 'keepDraft').mockReturnValue(new Promise(() => undefined))
  act(() => form.current.change({ note: '土堆未苫盖' }))
  window.dispatchEvent(new Event('pagehide'))
  slow.mockRestore()
  vi.resetModules()
  const anew = await import('@/features/field/record/use-draft')
  const again = renderHook(() => anew.useDraft('stockpile/1', readCheckDraft, NOTHING_CHECKED, vi.fn())).result
  await waitFor(() => expect(again.current.draft?.note).toBe('土堆未苫盖'))
})

it('what was left of a draft that has changed since is not taken', async () => {
  const form = show('stockpile/2')
  await waitFor(() => expect(form.current.draft).not.toBeNull())
  const slow = vi.spyOn(ledger(), 'keepDraft').mockReturnValue(new Promise(() => undefined))
  act(() => form.current.change({ note: '旧' }))
  window.dispatchEvent(new Event('pagehide'))
  slow.mockRestore()
  await ledger().keepDraft('stockpile/2', { ...NOTHING_CHECKED, note: '另一窗口' }, null)
  vi.resetModules()
  const anew = await import('@/features/field/record/use-draft')
  const again = renderHook(() => anew.useDraft('stockpile/2', readCheckDraft, NOTHING_CHECKED, vi.fn())).result
  await waitFor(() => expect(again.current.draft?.note).toBe('另一窗口'))
})

it('what the disk refuses is kept until it is written or has become a record', async () => {
  const key = 'stockpile/3'
  const isLeft = () => Object.keys(localStorage).some((name) => name.endsWith(key))
  const full = new DOMException('', 'QuotaExceededError')
  const form = show(key)
  await waitFor(() => expect(form.current.draft).not.toBeNull())
  vi.spyOn(ledger(), 'keepDraft').mockRejectedValue(full)
  act(() => form.current.change({ note: '土堆未苫盖' }))
  await form.current.ready()
  window.dispatchEvent(new Event('pagehide'))
  vi.resetModules()
  const store = await import('@/store/ledger')
  vi.spyOn(store.ledger(), 'keepDraft').mockRejectedValue(full)
  const anew = await import('@/features/field/record/use-draft')
  const again = renderHook(() => anew.useDraft(key, readCheckDraft, NOTHING_CHECKED, vi.fn())).result
  await waitFor(() => expect(again.current.draft?.note).toBe('土堆未苫盖'))
  await again.current.ready()
  expect(isLeft()).toBe(true)
  act(() => again.current.forget())
  expect(isLeft()).toBe(false)
})

it('what the disk refused is there when the form is closed and opened again, and is then stored', async () => {
  const key = 'stockpile/5'
  const form = show(key)
  await waitFor(() => expect(form.current.draft).not.toBeNull())
  const full = vi.spyOn(ledger(), 'keepDraft').mockRejectedValue(new DOMException('', 'QuotaExceededError'))
  act(() => form.current.change({ note: '土堆未苫盖' }))
  await form.current.ready()
  cleanup()
  full.mockRestore()
  const again = show(key)
  await waitFor(() => expect(again.current.draft?.note).toBe('土堆未苫盖'))
  await again.current.ready()
  expect((await ledger().draft(key))?.draft).toMatchObject({ note: '土堆未苫盖' })
})

it('what the disk refused does not come back once it was thrown away', async () => {
  const form = show('stockpile/4')
  await waitFor(() => expect(form.current.draft).not.toBeNull())
  vi.spyOn(ledger(), 'keepDraft').mockRejectedValue(new DOMException('', 'QuotaExceededError'))
  act(() => form.current.change({ note: '另一处' }))
  await form.current.ready()
  // The form closes as soon as its draft is gone.
  await dropDraft('stockpile/4')
  cleanup()
  window.dispatchEvent(new Event('pagehide'))
  expect(Object.keys(localStorage).filter((name) => name.endsWith('stockpile/4'))).toEqual([])
})
