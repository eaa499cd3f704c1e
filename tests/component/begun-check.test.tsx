import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { caseDraftKey, NOTHING_REPORTED } from '@/features/field/cases/case-draft'
import { useShownCase } from '@/features/field/cases/shown-case'
import Field from '@/features/field/Field'
import { DeliveryList } from '@/features/field/office/DeliveryList'
import { FOUND_DRAFT, NOTHING_CHECKED, NOTHING_FOUND, readFoundDraft } from '@/features/field/record/drafts'
import { useDropped } from '@/features/field/record/dropped'
import { UnfinishedRecords } from '@/features/field/record/UnfinishedRecords'
import { useChecking } from '@/features/field/record/use-checking'
import { useDraft } from '@/features/field/record/use-draft'
import { useFinding } from '@/features/field/record/use-finding'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { useReceivedRounds } from '@/store/device/received-rounds'
import { ledger, useLedger } from '@/store/ledger'

vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ findSource: async () => null }),
  onDatasetWorkerStopped: () => undefined,
}))
vi.mock('@/features/field/around/use-origin', () => ({
  useOrigin: () => [{ position: [108.7, 34.3] }, () => {}, true],
}))
vi.mock('@/features/field/record/use-check-target', () => ({
  useCheckTarget: () => {
    const target = { kind: 'stockpile', code: 'XC1', name: '土堆', sameCode: null, position: null, summary: null }
    return { target, found: { id: 'this-1' } }
  },
}))
vi.mock('@/features/field/record/CheckForm', () => ({ CheckForm: () => <p>检查表</p> }))
vi.mock('@/features/field/record/FoundSource', () => ({
  FoundSource: ({ onCheck }: { onCheck(): void }) => (
    <button type="button" onClick={onCheck}>
      检查这一处
    </button>
  ),
}))
vi.mock('@/features/field/FieldFrame', () => ({
  FieldFrame: ({ children }: { children: React.ReactNode }) => children,
}))

beforeEach(async () => {
  await startI18n('zh-CN')
  useChentu.setState({ setView: vi.fn(), opened: { dataset: { kinds: [] }, version: 1 } } as never)
  useChecking.setState({ checking: '' })
  useLedger.setState({ state: new Map(), events: new Map() })
  await ledger().database.drafts.clear()
  await ledger().keepDraft('stockpile/XC1', { ...NOTHING_CHECKED, note: '写了一半' }, null)
})
afterEach(cleanup)

it('an unfinished check of a found source opens in the source’s form, which also opens from the source', async () => {
  render(<Field />)
  expect(screen.queryByText('检查表')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '检查这一处' }))
  expect(screen.getByText('检查表')).toBeTruthy()
})

it.each([
  ['what is unfinished', UnfinishedRecords, [/^XC1$/]],
  ['what is handed over', DeliveryList, [/^草稿 1 项$/, /^XC1$/]],
] as const)('an unfinished check opens from the list of %s', async (_, List, presses) => {
  render(<List />)
  for (const name of presses) fireEvent.click(await screen.findByRole('button', { name }))
  cleanup()
  render(<Field />)
  expect(screen.getByText('检查表')).toBeTruthy()
})

describe('a draft', () => {
  beforeEach(() => {
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true
    }
  })

  it('is thrown away from the list after a confirmation, and the list shows so', async () => {
    render(<UnfinishedRecords />)
    fireEvent.click(await screen.findByRole('button', { name: '放弃：XC1' }))
    fireEvent.click(screen.getByRole('button', { name: '不放弃' }))
    expect(await ledger().draftKeys()).toEqual(['stockpile/XC1'])
    fireEvent.click(screen.getByRole('button', { name: '放弃：XC1' }))
    fireEvent.click(screen.getByRole('button', { name: '放弃并删除' }), { detail: 0 })
    await waitFor(() => expect(screen.queryByRole('region')).toBeNull())
    expect(await ledger().draftKeys()).toEqual([])
  })

  it('of an open form is begun again and stored after it was thrown away', async () => {
    const { result } = renderHook(() => useDraft(FOUND_DRAFT, readFoundDraft, NOTHING_FOUND, () => undefined))
    await waitFor(() => expect(result.current.draft).not.toBeNull())
    act(() => result.current.change({ note: '土堆' }))
    await act(() => useDropped.getState().drop(FOUND_DRAFT))
    await waitFor(() => expect(result.current.draft?.note).toBe(''))
    act(() => result.current.change({ note: '另一处' }))
    await result.current.ready()
    expect(result.current.theirs).toBeNull()
    expect((await ledger().draft(FOUND_DRAFT))?.draft).toMatchObject({ note: '另一处' })
  })
})

describe('what is begun and is no check', () => {
  const given = {
    ...{ id: 'c1', title: '西门扬尘', sort: '监测值超标', reason: 'TSP 超标', position: null, wind: null },
    ...{ reachMetres: 5000, observed: '2022-10-31T00:00:00.000Z', due: [], likely: [], knows: [], past: [] },
  }
  beforeEach(async () => {
    await ledger().database.drafts.clear()
    const orders = [{ name: '线', team: '', day: '2022-10-31', stops: [], cases: [given], from: 'desk' }]
    useReceivedRounds.setState({ team: '', orders: orders as never })
    useFinding.setState({ finding: false })
    usePreferences.getState().setFieldTab('office')
  })

  it.each([
    ['what is unfinished', UnfinishedRecords, []],
    ['what is handed over', DeliveryList, [/^草稿 2 项$/]],
  ] as const)(
    'a new source and a report on a case are listed and opened from the list of %s',
    async (_, List, presses) => {
      await ledger().keepDraft('found', { ...NOTHING_FOUND, note: '土堆没有苫盖', name: '沣河桥下' }, null)
      await ledger().keepDraft(caseDraftKey('c1'), { ...NOTHING_REPORTED, note: '到了西门' }, null)
      const open = async (name: RegExp) => {
        render(<List />)
        for (const each of [...presses, name]) fireEvent.click(await screen.findByRole('button', { name: each }))
        cleanup()
      }
      await open(/^登记新污染源.*沣河桥下$/)
      expect(useFinding.getState().finding).toBe(true)
      expect(usePreferences.getState().fieldTab).toBe('near')
      await open(/^现场反馈.*西门扬尘$/)
      expect(useShownCase.getState()).toMatchObject({ id: 'c1', reports: true })
      expect(usePreferences.getState().fieldTab).toBe('round')
    },
  )

  it.each([
    ['what is unfinished', UnfinishedRecords, []],
    ['what is handed over', DeliveryList, [/^草稿 1 项$/]],
  ] as const)(
    'a report on a case that is no longer here is listed, but cannot be opened, in the list of %s',
    async (_, List, presses) => {
      await ledger().keepDraft(caseDraftKey('c9'), { ...NOTHING_REPORTED, note: '到了东门' }, null)
      render(<List />)
      for (const each of presses) fireEvent.click(await screen.findByRole('button', { name: each }))
      await screen.findByText('现场反馈（该任务已不在本机）')
      expect(screen.queryByRole('button', { name: /^现场反馈/ })).toBeNull()
    },
  )

  it('a form that was opened and left empty is not listed', async () => {
    const stood = { position: [108.7, 34.3], accuracyMetres: 5 }
    await ledger().keepDraft('found', { ...NOTHING_FOUND, kind: 'stockpile', stood }, null)
    await ledger().keepDraft(caseDraftKey('c1'), NOTHING_REPORTED, null)
    await ledger().keepDraft('stockpile/XC1', { ...NOTHING_CHECKED, note: '写了一半' }, null)
    render(<UnfinishedRecords />)
    await screen.findByRole('heading', { name: '没写完的记录 1 项' })
  })
})
