import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import type { LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { targetKey } from '@/ledger/shared-code'
import { ledger, useLedger } from '@/store/ledger'
import { inspection, write } from '../ledger/records'

const of = (code: string) => ({ kind: 'stockpile', code, name: code }) as const
const check = (last: LedgerEvent | null, code: string, note = '') =>
  write('a', last, inspection({ target: of(code), note }))
const stateOf = (code: string) => useLedger.getState().state.get(targetKey(of(code)))
const { load } = useLedger.getState()

beforeEach(async () => {
  await ledger().database.events.clear()
  await load()
})

it.each([0, 1, 249, 250, 251, 1000, 1203])('all of %i records are read, in the order of their ids', async (count) => {
  const { events } = ledger().database
  const all: LedgerEvent[] = []
  for (let i = 0; i < count; i++) all.push(check(all.at(-1) ?? null, `DC-${i % 7}`))
  await events.bulkPut(all)
  const read = await ledger().all()
  expect(read.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort())
  expect(read).toEqual(await events.toArray())
  await load()
  expect([...useLedger.getState().events!.keys()]).toEqual(read.map(({ id }) => id))
  expect(useLedger.getState().state).toEqual(foldLedger(all))
})

it('records that are read again keep what was derived from them, and new ones are added', async () => {
  const { events } = ledger().database
  const first = check(null, 'DC-1')
  await events.put(first)
  await load()
  const before = stateOf('DC-1')
  expect(before?.visits).toHaveLength(1)
  await events.put(check(first, 'DC-2'))
  await load()
  expect(stateOf('DC-1')).toBe(before)
  expect(stateOf('DC-2')?.visits).toHaveLength(1)
})

it('a record in whose place another was accepted, or that has another signature, is not taken for the one before', async () => {
  const { events } = ledger().database
  const first = check(null, 'DC-1', '甲')
  await events.put(first)
  await load()
  await events.put(check(null, 'DC-1', '乙'))
  await load()
  expect(stateOf('DC-1')?.visits[0]?.records[0]?.body.note).toBe('乙')
  await events.put({ ...check(null, 'DC-1', '乙'), signature: 'signed' })
  await load()
  expect(stateOf('DC-1')?.visits[0]?.records[0]?.signature).toBe('signed')
})
