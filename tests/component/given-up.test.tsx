import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CheckForm } from '@/features/field/record/CheckForm'
import {
  correctionOf,
  FOUND_DRAFT,
  foundCorrectionOf,
  NOTHING_CHECKED,
  NOTHING_FOUND,
  readCheckDraft,
  readFoundDraft,
} from '@/features/field/record/drafts'
import { NewSource } from '@/features/field/record/NewSource'
import { useDraft } from '@/features/field/record/use-draft'
import { startI18n } from '@/i18n'
import { NO_EXCHANGE } from '@/ledger/delivery'
import type { FoundEvent } from '@/ledger/discovery'
import { eventsById } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import type { InspectionEvent } from '@/ledger/visit'
import { leftRecordings } from '@/ledger/voice-chunks'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { ledger, useLedger } from '@/store/ledger'
import { KINDS } from '../fixtures/kinds'
import { squareCity } from '../fixtures/square-city'
import { inspection, target, write } from '../unit/ledger/records'
import { FakeRecorder, recorders } from './recorder'

// The page’s own recordings can’t be stored in this database.
vi.hoisted(async () => {
  globalThis.Blob = (await import('node:buffer')).Blob as unknown as typeof Blob
})
vi.mock('@/store/answers/use-same-near', () => ({ useSameNear: () => [] }))
vi.mock('@/store/answers/use-answer', () => ({ useAnswer: () => null }))

const found = write('this', null, {
  ...{ type: 'discovery', target: { kind: 'stockpile', code: 'XC1', name: '旧堆场' }, position: [108.7, 34.3] },
  ...{ accuracyMetres: 5, placed: 'stood', outline: [], note: '', photos: [] },
}) as FoundEvent
const check = write('this', found, inspection()) as InspectionEvent
const CITY = {
  counties: [{ code: '610402', name: '秦都区', nameEn: 'Qindu', aliases: [], ranked: true }],
  outlines: { features: [{ id: '610402', geometry: squareCity([108.7, 34.3], 0.1) }] },
  ...{ rules: [], endedRules: [], earlierPlans: [], warnings: [], lines: [], settings: {} },
}
const CHECK_KEY = 'stockpile/DC-1'
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }), { detail: 0 })

beforeEach(async () => {
  await startI18n('zh-CN')
  recorders.length = 0
  vi.stubGlobal('MediaRecorder', FakeRecorder)
  vi.stubGlobal('isSecureContext', true)
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:sound')
  const stream = { getTracks: () => [{ stop: () => undefined, onended: null }] }
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: { getUserMedia: async () => stream },
  })
  act(() => usePreferences.setState({ rain: false }))
  useChentu.setState({ opened: { dataset: { ...CITY, kinds: KINDS } } } as never)
  const events = eventsById([found, check])
  const state = foldLedger(events.values())
  useLedger.setState({ events, state, device: 'this', author: '张三', exchanged: NO_EXCHANGE })
})
afterEach(async () => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  await Promise.all([ledger().database.drafts.clear(), ledger().database.recordings.clear()])
})

/** Starts a spoken note of some seconds, and leaves it running. */
async function speak() {
  const before = recorders.length
  fireEvent.click((await screen.findAllByRole('button', { name: '录语音' }))[0]!, { detail: 0 })
  await waitFor(() => expect(recorders[before]?.state).toBe('recording'))
  recorders[before]!.give('one')
  const then = performance.now() + 5000
  vi.spyOn(performance, 'now').mockReturnValue(then)
}

function Finding() {
  const keptDraft = useDraft(FOUND_DRAFT, readFoundDraft, NOTHING_FOUND, () => undefined)
  const [isOpen, setOpen] = useState(true)
  if (!keptDraft.draft || !isOpen) return <p>closed</p>
  const on = { onMark: () => undefined, onClose: () => setOpen(false), onSaved: () => undefined }
  return <NewSource here={null} keptDraft={keptDraft} draft={keptDraft.draft} {...on} />
}

it('discarding a found source does not carry its voice recording over to the next one', async () => {
  await ledger().keepDraft(FOUND_DRAFT, foundCorrectionOf(found, true), null)
  render(<Finding />)
  await speak()
  press('放弃更正')
  await screen.findByText('closed')
  await waitFor(async () => expect(await leftRecordings(ledger(), FOUND_DRAFT)).toEqual([]))
  expect(recorders[0]!.state).toBe('inactive')
  const draft = readFoundDraft((await ledger().draft(FOUND_DRAFT))?.draft)
  expect([draft.corrects, draft.voices]).toEqual(['', []])
})

it('discarding a check ends its voice recording, and undo restores it with what was added meanwhile', async () => {
  await ledger().keepDraft(CHECK_KEY, correctionOf(check), null)
  const source = { ...target, sameCode: null, position: null, summary: null }
  const origin = { position: [108.7, 34.3], kind: 'measured', accuracyMetres: 5, headingDegrees: null } as const
  const on = { onClose: () => undefined, onMap: () => undefined }
  render(<CheckForm source={source} fix={null} origin={origin} {...on} />)
  await speak()
  press('放弃更正')
  await screen.findByText('已放弃更正')
  expect(recorders[0]!.state).toBe('inactive')
  const kept = async () => {
    const draft = readCheckDraft((await ledger().draft(CHECK_KEY))?.draft)
    return [draft.corrects, draft.voices.length]
  }
  await waitFor(async () => expect(await kept()).toEqual(['', 0]))
  expect(await leftRecordings(ledger(), CHECK_KEY)).toEqual([])
  await speak()
  fireEvent.click(screen.getAllByRole('button', { name: '停止录音' })[0]!, { detail: 0 })
  await waitFor(async () => expect(await kept()).toEqual(['', 1]))
  press('撤销')
  await waitFor(async () => expect(await kept()).toEqual([check.id, 2]))
})

it('a half-filled check is thrown away with its recordings after a confirmation, and closed', async () => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  await ledger().keepDraft(CHECK_KEY, { ...NOTHING_CHECKED, note: '写了一半', begunAt: '2022-10-31T08:00:00Z' }, null)
  const source = { ...target, sameCode: null, position: null, summary: null }
  const origin = { position: [108.7, 34.3], kind: 'measured', accuracyMetres: 5, headingDegrees: null } as const
  const onClose = vi.fn()
  render(<CheckForm source={source} fix={null} origin={origin} onClose={onClose} onMap={() => undefined} />)
  await speak()
  press(/^放弃：/)
  expect(onClose).not.toHaveBeenCalled()
  press('放弃并删除')
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(await ledger().draft(CHECK_KEY)).toBeNull()
  expect(await leftRecordings(ledger(), CHECK_KEY)).toEqual([])
})

it('a half-filled new source is thrown away after a confirmation', async () => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  await ledger().keepDraft(FOUND_DRAFT, { ...NOTHING_FOUND, note: '土堆' }, null)
  render(<Finding />)
  fireEvent.click(await screen.findByRole('button', { name: /^放弃：/ }))
  press('放弃并删除')
  await screen.findByText('closed')
  await waitFor(async () => expect(readFoundDraft((await ledger().draft(FOUND_DRAFT))?.draft).note).toBe(''))
})
