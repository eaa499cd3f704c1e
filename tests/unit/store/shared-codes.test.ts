import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
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
