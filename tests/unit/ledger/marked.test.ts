import { describe, expect, it } from 'vitest'
import { eventSchema } from '@/ledger/bundle-schema'
import { checkHistories } from '@/ledger/check-history'
import { newDevice } from '@/ledger/device'
import { displayedPhotos } from '@/ledger/displayed-photos'
import { foldLedger } from '@/ledger/fold'
import { photosOf } from '@/ledger/originals'
import { NO_HELD_RECORDS, readBundle } from '@/ledger/read-bundle'
import { targetKey } from '@/ledger/shared-code'
import { bundleOf, chainOf, inspection, photoOf, target } from './records'

const [photo, other, drawn] = [photoOf(3), photoOf(5), photoOf(7)]
const copy = { ...drawn, ref: { ...drawn.ref, markOf: photo.ref.hash } }
const refs = [photo.ref, other.ref, copy.ref]
const hashes = (all: readonly { readonly hash: string }[]) => all.map(({ hash }) => hash)

describe('photos with drawings', () => {
  it('are shown by their copies in lists of visits and records', async () => {
    const [event] = await chainOf(await newDevice(), [inspection({ photos: refs })])
    const state = foldLedger([event!]).get(targetKey(target))!
    const shown = [other.ref.hash, copy.ref.hash]
    expect(hashes(state.visits[0]!.photos)).toEqual(shown)
    expect(hashes(checkHistories(state)[0]!.photos)).toEqual(shown)
  })

  it('are not hidden by copies that refer to each other', () => {
    const [a, b] = [
      { ...photo.ref, markOf: other.ref.hash },
      { ...other.ref, markOf: photo.ref.hash },
    ]
    expect(displayedPhotos([a, b])).toEqual([a, b])
    expect(displayedPhotos([copy.ref])).toEqual([copy.ref])
  })

  it('are transferred with their copies, and both are verified by their own hash', async () => {
    const device = await newDevice()
    const events = await chainOf(device, [inspection({ photos: refs })])
    expect(hashes(photosOf(events))).toEqual(hashes(refs))
    const file = await bundleOf(device, events, { photos: [photo, other, copy] })
    const read = await readBundle(file, NO_HELD_RECORDS)
    if (!('bundle' in read)) throw new Error(JSON.stringify(read.faults))
    expect(read.bundle.photos).toEqual(hashes(refs))
    const came = await read.bundle.photo(copy.ref.hash)
    expect(new Uint8Array(await came.arrayBuffer())).toEqual(copy.bytes)
    expect(read.bundle.events[0]!.body).toMatchObject({ photos: [{}, {}, { markOf: photo.ref.hash }] })
  })

  it('are refused if the copy has no valid hash', async () => {
    const [event] = await chainOf(await newDevice(), [inspection({ photos: [{ ...copy.ref, markOf: '../x' }] })])
    expect(eventSchema.safeParse(event).success).toBe(false)
  })
})
