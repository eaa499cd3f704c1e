import 'fake-indexeddb/auto'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import Field from '@/features/field/Field'
import { DeliveryList } from '@/features/field/office/DeliveryList'
import { NOTHING_CHECKED } from '@/features/field/record/drafts'
import { UnfinishedChecks } from '@/features/field/record/UnfinishedChecks'
import { useChecking } from '@/features/field/record/use-checking'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
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
  ['what is unfinished', UnfinishedChecks, [/^XC1$/]],
  ['what is handed over', DeliveryList, [/^草稿 1 项$/, /^XC1$/]],
] as const)('an unfinished check opens from the list of %s', async (_, List, presses) => {
  render(<List />)
  for (const name of presses) fireEvent.click(await screen.findByRole('button', { name }))
  cleanup()
  render(<Field />)
  expect(screen.getByText('检查表')).toBeTruthy()
})
