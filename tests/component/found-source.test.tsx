import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FOUND_DRAFT, foundCorrectionOf, NOTHING_FOUND, readFoundDraft } from '@/features/field/record/drafts'
import { FoundSource } from '@/features/field/record/FoundSource'
import { changeLanguage, startI18n } from '@/i18n'
import { NO_EXCHANGE } from '@/ledger/delivery'
import type { FoundEvent } from '@/ledger/discovery'
import { eventsById } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { useChentu } from '@/store/chentu'
import { ledger, useLedger } from '@/store/ledger'
import { KINDS } from '../fixtures/kinds'
import { squareCity } from '../fixtures/square-city'
import { inspection, write } from '../unit/ledger/records'

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
const CITY = {
  counties: [{ code: '610402', name: '秦都区', nameEn: 'Qindu', aliases: [], ranked: true }],
  outlines: { features: [{ id: '610402', geometry: squareCity([108.7, 34.3], 0.1) }] },
  rules: [],
}
const correction = foundCorrectionOf(found, false)
const storedDraft = async () => {
  const draft = await ledger().draft(FOUND_DRAFT)
  return draft && readFoundDraft(draft.draft)
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }), { detail: 0 })
const append = vi.fn()
const on = { onClose: vi.fn(), onMap: vi.fn(), onCorrect: vi.fn(), onCheck: vi.fn() }

async function show(of = found) {
  const origin = { position: [108.7, 34.3], kind: 'measured', accuracyMetres: 5, headingDegrees: null } as const
  render(<FoundSource found={of} fix={null} origin={origin} {...on} />)
  await waitFor(() => expect(screen.queryByText(/^正在打开|^Opening/)).toBeNull())
}

beforeEach(async () => {
  await startI18n('zh-CN')
  await ledger().database.drafts.clear()
  vi.clearAllMocks()
  append.mockImplementation((body, photos, draft) => ledger().append(body, photos, draft, '2022-11-01T08:00:00Z'))
  useChentu.setState({ opened: { dataset: { ...CITY, kinds: KINDS } } } as never)
  const events = eventsById([found])
  const state = foldLedger(events.values())
  useLedger.setState({ events, state, device: 'this', author: '张三', exchanged: NO_EXCHANGE, append })
})
afterEach(cleanup)

it('a withdrawn source removes its unfinished correction', async () => {
  await ledger().keepDraft(FOUND_DRAFT, correction, null)
  await show()
  press('作废')
  press('填错对象')
  press(/^作废新污染源/)
  await waitFor(() => expect(on.onClose).toHaveBeenCalled())
  expect(append.mock.calls[0]![0]).toEqual({ type: 'withdrawal', event: found.id, reason: '填错对象' })
  expect(await storedDraft()).toBeNull()
})

it('a withdrawal keeps an unfinished correction of another source, and stores its reason in the office’s language', async () => {
  await ledger().keepDraft(FOUND_DRAFT, { ...NOTHING_FOUND, note: '另一处' }, null)
  await act(() => changeLanguage('en'))
  await show()
  press('Withdraw')
  press('填错对象')
  press(/^Withdraw new source/)
  await waitFor(() => expect(on.onClose).toHaveBeenCalled())
  expect((await storedDraft())?.note).toBe('另一处')
})

it('a correction opens once its draft is stored, and leaves a name shown in another language empty', async () => {
  await act(() => changeLanguage('en'))
  await show()
  press('Correct')
  await waitFor(() => expect(on.onCorrect).toHaveBeenCalled())
  expect(await storedDraft()).toMatchObject({ corrects: found.id, name: '' })
})

it('a correction does not replace another unfinished draft until the user chooses', async () => {
  await show()
  await ledger().keepDraft(FOUND_DRAFT, { ...NOTHING_FOUND, note: '另一处' }, null)
  press('更正')
  await screen.findByText(/另一处/)
  expect(on.onCorrect).not.toHaveBeenCalled()
  expect((screen.getByRole('button', { name: '更正' }) as HTMLButtonElement).disabled).toBe(true)
  const [, mine] = screen.getByRole('alert').querySelectorAll('button')
  fireEvent.click(mine!)
  await waitFor(() => expect(on.onCorrect).toHaveBeenCalled())
  await waitFor(async () => expect((await storedDraft())?.corrects).toBe(found.id))
})

const facts = () =>
  Object.fromEntries(
    [...document.querySelectorAll('dl > div')].map((each) => [
      each.querySelector('dt')?.textContent,
      each.querySelector('dd')?.textContent,
    ]),
  )

it('shows kind, county, finder, how its place is known, and what was found there', async () => {
  const check = write('this', found, inspection({ target: found.body.target, answers: { a: 'yes' } }))
  const events = eventsById([found, check])
  useLedger.setState({ events, state: foldLedger(events.values()) })
  await show()
  expect(facts()).toEqual({
    类别: '物料堆场',
    区县: '秦都区',
    登记: '2022-10-31 16:00 张三',
    位置: '108.70000, 34.30000',
    定位方式: '登记时所在处 · ±5 米',
    检查情况: expect.stringMatching(/^2022-10-31 16:00 张三.*符合 1 项/),
  })
})

it('a source outside all counties is shown as outside the city', async () => {
  useChentu.setState({
    opened: {
      dataset: { ...CITY, outlines: { features: [{ id: '1', geometry: squareCity([1, 1], 1) }] }, kinds: KINDS },
    },
  } as never)
  await show()
  expect(facts().区县).toBe('本市范围外')
})

describe('a returned source', () => {
  const pin = { code: '1', key: null, how: 'code' as const, at: '2022-10-01T00:00:00Z', reason: '' }
  const at = '2022-11-01T00:00:00Z'
  const review = {
    event: found.id,
    hash: found.hash,
    verdict: 'returned' as const,
    note: '类别有误',
    author: '李内勤',
    at,
  }
  const receipt = { bundle: 'b', at, from: 1, upTo: 1, photos: [], desk: '1', reviews: [review] }
  const exchanged = { sent: [], receipts: [receipt], pins: [pin] }

  it('shows the reason, and a press starts the correction', async () => {
    useLedger.setState({ exchanged })
    await show()
    expect(screen.getByText(/内勤退回（李内勤.*类别有误/)).toBeTruthy()
    press('更正这条记录')
    await waitFor(() => expect(on.onCorrect).toHaveBeenCalled())
    expect(await storedDraft()).toMatchObject({ corrects: found.id })
  })

  it('shows no request once it is corrected', async () => {
    const next = write('this', found, { ...found.body, corrects: found.id, foundAt: found.at }) as FoundEvent
    const events = eventsById([found, next])
    useLedger.setState({ exchanged, events, state: foldLedger(events.values()) })
    await show(next)
    expect(screen.queryByText(/内勤退回/)).toBeNull()
  })
})

it('a correction is disabled while a recording of another source is not in its draft', async () => {
  await ledger().database.recordings.add({
    ...{ draft: FOUND_DRAFT, recording: 'r', at: '2022-11-01T00:00:00Z', type: 'audio/webm', seconds: 1 },
    sound: new Blob(['x']),
  } as never)
  await show()
  await screen.findByText(/录音还没有找回/)
  expect((screen.getByRole('button', { name: '更正' }) as HTMLButtonElement).disabled).toBe(true)
  await ledger().database.recordings.clear()
})
