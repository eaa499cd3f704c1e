import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeBundle } from '@/ledger/bundle'
import { type Device, newDevice } from '@/ledger/device'
import type { LedgerEvent } from '@/ledger/event'
import { Ledger } from '@/ledger/ledger'
import { receiveBundle } from '@/ledger/reception'
import { publicKey } from '@/ledger/signature'
import { settleTablet } from '@/ledger/tablets'
import { bundleOf, chainOf, inspection, photoOf } from './records'

const AT = '2022-10-31T19:00:00Z'
const NOTE = { reason: '', author: '王', at: AT }
let desk: Ledger
let tablet: Device
let events: LedgerEvent[]

beforeEach(async () => {
  desk = new Ledger(`desk-${Math.random()}`)
  tablet = await newDevice()
  events = await chainOf(tablet, [inspection({ note: '一' }), inspection({ note: '二' })])
})
afterEach(() => desk.database.delete())

/** Runs an act of another window after this one has read the held records, the first `times` times. */
function meanwhile(act: () => Promise<unknown>, times = 1): () => number {
  const held = desk.held.bind(desk)
  let reads = 0
  desk.held = async () => {
    const all = await held()
    if (reads++ < times) await act()
    return all
  }
  return () => reads
}

describe('changes by another window while a bundle is read', () => {
  it('are noticed: a tablet closed in the meantime hands over nothing new', async () => {
    const reads = meanwhile(() => settleTablet(desk, { type: 'lost', device: tablet.id }, NOTE))
    const came = await receiveBundle(desk, await bundleOf(tablet, events), AT)
    expect('faults' in came && came.faults.map(({ fault }) => fault)).toEqual(['closed', 'closed'])
    expect([reads(), await desk.all()]).toEqual([2, []])
  })

  it('are noticed: another version of the chain imported in the meantime is a fork', async () => {
    const other = await chainOf(tablet, [inspection({ note: '另一' })])
    meanwhile(() => desk.database.events.bulkAdd(other))
    const came = await receiveBundle(desk, await bundleOf(tablet, events), AT)
    expect('faults' in came && came.forks).toMatchObject([{ device: tablet.id, from: 1 }])
    expect(await desk.all()).toEqual(other)
  })

  it('have no effect if it was the same bundle', async () => {
    const reads = meanwhile(() => desk.database.events.bulkAdd(events))
    expect(await receiveBundle(desk, await bundleOf(tablet, events), AT)).toMatchObject({ device: tablet.id })
    expect([reads(), await desk.all()]).toEqual([1, events])
  })

  it('end the import after five attempts, with nothing imported', async () => {
    // Another tablet passes on these records; alternately they would be set aside or imported.
    const other = await newDevice()
    const own = await chainOf(other, [inspection()])
    const both = [tablet, other].map(async ({ id, keys }) => [id, await publicKey(keys!)] as const)
    const file = await writeBundle({
      device: other.id,
      events: [...events, ...own],
      keys: new Map(await Promise.all(both)),
      made: AT,
    })
    let type: 'lost' | 'reopened' = 'reopened'
    const reads = meanwhile(() => {
      type = type === 'lost' ? 'reopened' : 'lost'
      return settleTablet(desk, { type, device: tablet.id }, NOTE)
    }, 100)
    await expect(receiveBundle(desk, file, AT)).rejects.toThrow('the ledger is being written elsewhere')
    expect([reads(), await desk.all(), await desk.database.aside.count()]).toEqual([5, [], 0])
  })

  it('do not remove a photo that was there before, if the write fails', async () => {
    const [old, fresh] = [photoOf(3), photoOf(5)]
    await desk.database.photos.put({ hash: old.ref.hash, original: null, shown: old.blob })
    const said = await chainOf(tablet, [inspection({ photos: [old.ref, fresh.ref] })])
    const file = await bundleOf(tablet, said, { photos: [old, fresh] })
    const put = desk.database.events.put
    desk.database.events.put = () => Promise.reject(new DOMException('', 'QuotaExceededError')) as never
    await expect(receiveBundle(desk, file, AT)).rejects.toThrow()
    desk.database.events.put = put
    expect(await desk.database.photos.toCollection().primaryKeys()).toEqual([old.ref.hash])
  })
})

describe('the result of an import', () => {
  it('includes whether the tablet is new, and whether the receipt is signed', async () => {
    const other = await newDevice()
    await receiveBundle(desk, await bundleOf(other, await chainOf(other, [inspection()])), AT)
    const first = await receiveBundle(desk, await bundleOf(tablet, events.slice(0, 1)), AT)
    expect(first).toMatchObject({ newDevice: true, fresh: 1, signed: true })
    const second = await receiveBundle(desk, await bundleOf(tablet, events), AT)
    expect(second).toMatchObject({ newDevice: false, fresh: 1, signed: true })
    desk.deskKeys = async () => null
    expect(await receiveBundle(desk, await bundleOf(tablet, events), AT)).toMatchObject({ fresh: 0, signed: false })
  })
})
