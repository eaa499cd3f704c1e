import 'fake-indexeddb/auto'
import { afterEach, expect, it, vi } from 'vitest'
import type { ExchangeApi } from '@/ledger/exchange.main'
import { Ledger } from '@/ledger/ledger'
import { NO_HELD_RECORDS, readBundle } from '@/ledger/read-bundle'
import { inspection } from './records'

const exposed = vi.hoisted(() => ({ api: null as unknown }))
vi.mock('comlink', async (original) => ({
  ...(await original<object>()),
  expose: (api: unknown) => {
    exposed.api = api
  },
}))
afterEach(() => vi.unstubAllGlobals())

it('the exchange worker packs only the records of the city whose ledger it is named after', async () => {
  const AT = '2022-10-31T19:00:00Z'
  const [first, second] = [new Ledger(), new Ledger('chentu-ledger-140400')]
  await first.append(inspection({ note: '咸阳' }), [], null, AT)
  await second.append(inspection({ note: '长治' }), [], null, AT)
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('self', { name: 'chentu-ledger-140400' })
  await import('@/ledger/exchange.main')
  const { file } = await (exposed.api as ExchangeApi).bundle(AT, '')
  const read = await readBundle(file, NO_HELD_RECORDS)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  expect(read.bundle.events.map(({ body }) => ('note' in body ? body.note : ''))).toEqual(['长治'])
  first.close()
  second.close()
})
