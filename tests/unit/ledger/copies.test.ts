import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeBundle } from '@/ledger/bundle'
import { chainOf, MAX_PARTS, recordsThatFit } from '@/ledger/chain'
import { Ledger } from '@/ledger/ledger'
import { NO_HELD_RECORDS, readBundle } from '@/ledger/read-bundle'
import { receiveBundle } from '@/ledger/reception'
import { publicKey } from '@/ledger/signature'
import { bundleOf, inspection, photoOf } from './records'

const AT = '2022-10-31T19:00:00Z'
const photo = photoOf(3)
const gone = photoOf(5)
const small = photoOf(7)
let desk: Ledger
let tablet: Ledger

/** The bundle of a tablet without originals, which has a small copy of one of the two photos. */
async function bundle() {
  const device = await tablet.device()
  const keys = new Map([[device.id, await publicKey(device.keys!)]])
  const copy = async (hash: string) => (hash === photo.ref.hash ? small.blob : null)
  return writeBundle({ device: device.id, events: await tablet.own(device.id, 0), keys, made: AT, copy })
}

beforeEach(async () => {
  desk = new Ledger(`desk-${Math.random()}`)
  tablet = new Ledger(`tablet-${Math.random()}`)
  await tablet.append(inspection({ photos: [photo.ref, gone.ref] }), [], null, AT)
})
afterEach(() => Promise.all([desk.database.delete(), tablet.database.delete()]))

describe('a photo whose original was released', () => {
  it('reaches a new desk as its small copy; missing ones are named, and the receipt confirms neither', async () => {
    const came = await receiveBundle(desk, await bundle(), AT)
    expect(came).toMatchObject({ fresh: 1, photos: 0, lacking: [{ name: '煤堆', copies: 1, missing: 1 }] })
    expect(await desk.photo(photo.ref.hash)).toMatchObject({ original: null, isCopy: true })
    expect((await desk.photo(photo.ref.hash))!.shown.size).toBe(small.blob.size)
    expect('receipt' in came && JSON.parse(came.receipt!).photos).toEqual([])
  })

  it('is complete once the original arrives, and is never replaced by a copy', async () => {
    await receiveBundle(desk, await bundle(), AT)
    const device = await tablet.device()
    const whole = await bundleOf(device, await tablet.own(device.id, 0), { photos: [photo, gone] })
    expect(await receiveBundle(desk, whole, AT)).toMatchObject({ photos: 2, lacking: [] })
    const kept = await desk.photo(photo.ref.hash)
    expect(kept && 'isCopy' in kept).toBe(false)
    expect(kept!.shown.size).toBe(photo.blob.size)
    await receiveBundle(desk, await bundle(), AT)
    expect((await desk.photo(photo.ref.hash))!.original).not.toBeNull()
  })

  it('makes the bundle be refused if a byte of its copy was changed', async () => {
    const device = await tablet.device()
    const keys = new Map([[device.id, await publicKey(device.keys!)]])
    const events = await tablet.own(device.id, 0)
    const file = await writeBundle({ device: device.id, events, keys, made: AT, copy: async () => small.blob })
    expect('bundle' in (await readBundle(file, NO_HELD_RECORDS))).toBe(true)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const at = Buffer.from(bytes).indexOf(Buffer.from(small.bytes.slice(0, 32)))
    bytes[at]! ^= 1
    expect(await readBundle(new Blob([bytes]), NO_HELD_RECORDS)).toMatchObject({ faults: [{ fault: 'damaged' }] })
  })
})

describe('a chain of codes', () => {
  it('holds as many records as can be shown, and leaves the rest for the next chain', async () => {
    const noise = (count: number) =>
      Uint8Array.from({ length: count * 1000 }, (_, i) => Math.imul(i * 2654435761, i ^ 0x9e37) >>> 11)
    const chain = async (count: number) => chainOf(noise(count))
    const { count, parts } = await recordsThatFit(500, chain)
    expect(parts.length).toBeLessThanOrEqual(MAX_PARTS)
    expect((await chain(count + 1)).length).toBeGreaterThan(MAX_PARTS)
    expect((await recordsThatFit(3, chain)).count).toBe(3)
    expect((await recordsThatFit(0, chain)).count).toBe(0)
  })
})
