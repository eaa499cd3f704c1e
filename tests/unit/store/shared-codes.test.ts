import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { targetKey } from '@/ledger/shared-code'
import { ledger, useLedger } from '@/store/ledger'
import { inspection } from '../ledger/records'

it('records are told apart also if the package opens while they are being read', async () => {
  const west = { kind: 'stockpile', code: 'X', name: '西料堆' }
  await ledger().append(inspection({ target: west }), [], null, '2022-10-31T08:00:00Z', [])
  const { database } = ledger()
  const read = database.reviews.toArray.bind(database.reviews)
  database.reviews.toArray = (() => {
    useLedger.getState().tellApart({ 'stockpile/X': ['东料堆', '西料堆'] })
    return read()
  }) as typeof read
  await useLedger.getState().load()
  expect([...useLedger.getState().state.keys()]).toEqual([targetKey({ ...west, nth: 2 })])
})

it('records are told apart also if the package opens while one is being written', async () => {
  const { tellApart, append } = useLedger.getState()
  const north = { kind: 'stockpile', code: 'Y', name: '北料堆' }
  const add = ledger().database.events.add.bind(ledger().database.events)
  vi.spyOn(ledger().database.events, 'add').mockImplementationOnce((event) => {
    // The clock is looked at after the record is stored, when its first slice begins.
    vi.spyOn(performance, 'now').mockImplementationOnce(() => {
      tellApart({ 'stockpile/Y': ['南料堆', '北料堆'] })
      return 0
    })
    return add(event)
  })
  await append(inspection({ target: north }), [], null)
  vi.restoreAllMocks()
  expect(useLedger.getState().shared).toHaveProperty('stockpile/Y')
  expect(useLedger.getState().state.has(targetKey({ ...north, nth: 2 }))).toBe(true)
  expect(useLedger.getState().state.has(targetKey(north))).toBe(false)
})
