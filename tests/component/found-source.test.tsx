import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { foundCorrectionOf, NOTHING_FOUND, readFoundDraft } from '@/features/field/record/drafts'
import { FoundSource } from '@/features/field/record/FoundSource'
import { FOUND_DRAFT } from '@/features/field/record/NewSource'
import { changeLanguage, startI18n } from '@/i18n'
import type { FoundEvent } from '@/ledger/discovery'
import { byId } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { useChentu } from '@/store/chentu'
import { ledger, useLedger } from '@/store/ledger'
import { KINDS } from '../fixtures/kinds'
import { write } from '../unit/ledger/records'

const found = write('this', null, {
  type: 'discovery',
  target: { kind: 'stockpile', code: 'XC1', name: '新发现物料堆场 108.7000,34.3000' },
  position: [108.7, 34.3],
  accuracyMetres: 5,
  placed: 'stood',
  outline: [],
  note: '',
  photos: [],
}) as FoundEvent
const correction = foundCorrectionOf(found, false)
const kept = async () => {
  const draft = await ledger().draft(FOUND_DRAFT)
  return draft && readFoundDraft(draft.draft)
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }), { detail: 0 })
const append = vi.fn()
const on = { onClose: vi.fn(), onMap: vi.fn(), onCorrect: vi.fn(), onCheck: vi.fn() }

async function show() {
  const origin = { position: [108.7, 34.3], kind: 'measured', accuracyMetres: 5, headingDegrees: null } as const
  render(<FoundSource found={found} fix={null} origin={origin} {...on} />)
  await waitFor(() => expect(screen.queryByText(/^正在打开|^Opening/)).toBeNull())
}

beforeEach(async () => {
  await startI18n('zh-CN')
  await ledger().database.drafts.clear()
  vi.clearAllMocks()
  append.mockImplementation((body, photos, draft) => ledger().append(body, photos, draft, '2022-11-01T08:00:00Z'))
  useChentu.setState({ opened: { dataset: { kinds: KINDS } } } as never)
  const events = byId([found])
  useLedger.setState({ events, state: foldLedger(events.values()), device: 'this', author: '张三', append })
})
afterEach(cleanup)

it('that is withdrawn takes the correction that was begun of it along', async () => {
  await ledger().keepDraft(FOUND_DRAFT, correction, null)
  await show()
  press('作废')
  press('填错对象')
  press(/^作废新污染源/)
  await waitFor(() => expect(on.onClose).toHaveBeenCalled())
  expect(append.mock.calls[0]![0]).toEqual({ type: 'withdrawal', event: found.id, reason: '填错对象' })
  expect(await kept()).toBeNull()
})

it('that is withdrawn leaves what was begun of another source, and has its reason in the office’s language', async () => {
  await ledger().keepDraft(FOUND_DRAFT, { ...NOTHING_FOUND, note: '另一处' }, null)
  await act(() => changeLanguage('en'))
  await show()
  press('Withdraw')
  press('填错对象')
  press(/^Withdraw new source/)
  await waitFor(() => expect(on.onClose).toHaveBeenCalled())
  expect((await kept())?.note).toBe('另一处')
})

it('is corrected once the correction is kept, without taking the name of another language for its own', async () => {
  await act(() => changeLanguage('en'))
  await show()
  press('Correct')
  await waitFor(() => expect(on.onCorrect).toHaveBeenCalled())
  expect(await kept()).toMatchObject({ corrects: found.id, name: '' })
})

it('is not corrected over what another window wrote before a person has chosen', async () => {
  await show()
  await ledger().keepDraft(FOUND_DRAFT, { ...NOTHING_FOUND, note: '另一处' }, null)
  press('更正')
  await screen.findByText(/另一处/)
  expect(on.onCorrect).not.toHaveBeenCalled()
  expect((screen.getByRole('button', { name: '更正' }) as HTMLButtonElement).disabled).toBe(true)
  const [, mine] = screen.getByRole('alert').querySelectorAll('button')
  fireEvent.click(mine!)
  await waitFor(() => expect(on.onCorrect).toHaveBeenCalled())
  await waitFor(async () => expect((await kept())?.corrects).toBe(found.id))
})
