import 'fake-indexeddb/auto'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { History } from '@/features/field/record/History'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { ledger, useLedger } from '@/store/ledger'
import { inspection } from '../unit/ledger/records'

const DESK = { code: 'DESK', key: null, how: 'code', at: '2022-10-30T00:00:00Z', reason: '' } as const

beforeEach(async () => {
  await startI18n('zh-CN')
  useChentu.setState({ opened: { dataset: { rules: [], endedRules: [], earlierPlans: [], kinds: [] } } as never })
  await Promise.all(ledger().database.tables.map((table) => table.clear()))
  await useLedger.getState().load()
})
afterEach(cleanup)

/** A record, what is done before it is withdrawn, and its history. */
async function withdrawn(before: (sequence: number) => Promise<unknown>) {
  const { append } = useLedger.getState()
  const body = inspection()
  const record = await append(body, [], null)
  await before(record.sequence)
  const withdrawal = await append({ type: 'withdrawal', event: record.id, reason: '重复记录' }, [], null)
  render(<History source={{ ...body.target, sameCode: null }} />)
  return withdrawal
}

const giveOut = (upTo: number) => useLedger.getState().giveOut({ from: 1, upTo, way: 'file' })

it('a withdrawal written after the record was exported is said to be still here', async () => {
  const { sequence } = await withdrawn(giveOut)
  await screen.findByText('作废未交')
  expect(screen.queryByText('已导出（待回执）')).toBeNull()
  await giveOut(sequence)
  await screen.findByText('已导出（待回执）')
  expect(screen.queryByText('作废未交')).toBeNull()
})

it('a withdrawal that the desk lacks is named beside a record that it received', async () => {
  const { sequence } = await withdrawn(async (upTo) => {
    await ledger().database.pins.add(DESK)
    await ledger().database.receipts.put({ bundle: 'b', at: DESK.at, from: 1, upTo, photos: [], desk: 'DESK' })
    await useLedger.getState().loadExchanged()
  })
  await screen.findByText('作废未交')
  await giveOut(sequence)
  await screen.findByText('作废已导出（待回执）')
})

it('a withdrawal of a record that was never handed over needs no mark of its own', async () => {
  await withdrawn(async () => undefined)
  await screen.findByText('未交')
})
