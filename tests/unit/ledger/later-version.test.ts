import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeBundle } from '@/ledger/bundle'
import { acceptReceipt, pinDesk, readPin } from '@/ledger/confirmation'
import { deskCode } from '@/ledger/desk-key'
import { type Device, newDevice, signEvent } from '@/ledger/device'
import { type EventBody, isLater, type LedgerEvent } from '@/ledger/event'
import { canonical, hashOf, NO_HASH } from '@/ledger/event-chain'
import { foldLedger } from '@/ledger/fold'
import { laterEventsOf } from '@/ledger/later'
import { Ledger } from '@/ledger/ledger'
import { photosOf } from '@/ledger/originals'
import { NO_HELD_RECORDS, readBundle } from '@/ledger/read-bundle'
import { receiveBundle } from '@/ledger/reception'
import { publicKey, signBytes } from '@/ledger/signature'
import { tabletsOf } from '@/ledger/tablets'
import { addKeys, objectsOf, type UnknownKey, unknownKeys } from '../../fixtures/unknown-keys'
import { releasableCount } from './originals'
import { bundleOf, inspection, photoOf, target } from './records'

const AT = '2022-10-31T19:00:00Z'
let desk: Ledger
let tablet: Device

beforeEach(async () => {
  desk = new Ledger(`desk-${Math.random()}`)
  tablet = await newDevice()
})
afterEach(() => desk.database.delete())

/** A chain written by a newer version: its events can have any fields. */
async function laterChain(bodies: readonly object[], besides: readonly object[] = []): Promise<LedgerEvent[]> {
  const events: LedgerEvent[] = []
  for (const [i, body] of bodies.entries()) {
    const said = {
      ...besides[i],
      id: `${tablet.id}-${i + 1}`,
      device: tablet.id,
      sequence: i + 1,
      at: '2022-10-31T08:00:00Z',
      author: '张三',
      body: body as EventBody,
      before: events.at(-1)?.hash ?? NO_HASH,
      hash: '',
      signature: '',
    }
    events.push(await signEvent({ ...said, hash: hashOf(said) }, tablet))
  }
  return events
}

const told = (events: readonly LedgerEvent[]) => events.map(canonical)

/** All that the desk holds as a bundle, as another desk reads it. */
async function handedOn(): Promise<readonly LedgerEvent[]> {
  const { id } = await desk.device()
  const photo = async (hash: string) => (await desk.photo(hash))?.original ?? null
  const all = await desk.database.events.orderBy('[device+sequence]').toArray()
  const read = await readBundle(
    await writeBundle({ device: id, events: all, keys: await desk.keys(), photo, made: AT }),
    NO_HELD_RECORDS,
  )
  return 'bundle' in read ? read.bundle.events : []
}

const measurement = (photos: readonly unknown[] = []) => ({ type: 'measurement', target, value: 7.04, photos })

describe('a record of an unknown type', () => {
  it('is imported, counted, confirmed and passed on unchanged, and does not affect known records', async () => {
    const picture = photoOf(3)
    const events = await laterChain([inspection(), measurement([picture.ref]), inspection({ note: '后' })])
    const came = await receiveBundle(desk, await bundleOf(tablet, events, { photos: [picture] }), AT)
    expect(came).toMatchObject({ fresh: 3, photos: 1, unsigned: [] })
    const kept = await desk.all()
    expect(told(kept)).toEqual(told(events))
    expect(tabletsOf(kept, new Set([tablet.id]), new Map())).toMatchObject([{ events: 3, last: 3 }])
    expect(kept.filter(isLater).map(({ id }) => id)).toEqual([events[1]!.id])
    const receipt = JSON.parse('receipt' in came ? came.receipt! : '')
    expect(receipt.events[events[1]!.id]).toBe(events[1]!.hash)
    expect(receipt.photos).toEqual([picture.ref.hash])
    expect(foldLedger(kept)).toEqual(foldLedger(events.filter((event) => !isLater(event))))
    expect(told(await handedOn())).toEqual(told(events))
    // Importing the same again adds nothing.
    expect(await receiveBundle(desk, await bundleOf(tablet, events, { photos: [picture] }), AT)).toMatchObject({
      fresh: 0,
    })
  })

  it('appears in the history of its source, and names photos in the usual field', async () => {
    const events = await laterChain([
      measurement(),
      { type: 'measurement', target: 'DC-1' },
      { type: 'note', target: null, photos: 'none' },
      { type: 'visit' },
    ])
    expect(laterEventsOf(events, target).map(({ sequence }) => sequence)).toEqual([1])
    expect(laterEventsOf(events, { ...target, code: 'DC-2' })).toEqual([])
    // Newest first, by time and then by number; known types are left out.
    const at = (event: LedgerEvent, number: number, day: string) => ({
      ...event,
      sequence: number,
      at: `2022-10-${day}T08:00:00Z`,
    })
    const [one, known] = [events[0]!, (await laterChain([inspection()]))[0]!]
    const several = [at(one, 1, '02'), at(known, 5, '09'), at(one, 2, '03'), at(one, 3, '01'), at(one, 4, '02')]
    expect(laterEventsOf(several, target).map(({ sequence }) => sequence)).toEqual([2, 4, 1, 3])
    expect(laterEventsOf(several.toReversed(), target).map(({ sequence }) => sequence)).toEqual([2, 4, 1, 3])
    expect(photosOf(events)).toEqual([])
    expect(await receiveBundle(desk, await bundleOf(tablet, events), AT)).toMatchObject({ fresh: 4 })
  })

  it('is refused if altered, forged or too large, like any other', async () => {
    const events = await laterChain([inspection(), measurement()])
    const faults = async (all: readonly LedgerEvent[]) => {
      const came = await receiveBundle(desk, await bundleOf(tablet, all), AT)
      return 'faults' in came ? came.faults.map(({ fault }) => fault) : []
    }
    const altered = { ...events[1]!, body: { ...events[1]!.body, value: 9 } as never }
    expect(await faults([events[0]!, altered])).toEqual(['altered'])
    expect(await faults([events[0]!, { ...altered, hash: hashOf(altered) }])).toEqual(['altered'])
    expect(await faults([events[0]!, { ...events[1]!, more: 1 } as LedgerEvent])).toEqual(['altered'])
    let deep: unknown = 0
    for (let i = 0; i < 100; i++) deep = [deep]
    for (const body of [
      { type: 'measurement', deep },
      { type: 'measurement', long: 'x'.repeat(5 << 20) },
      { type: '' },
      { type: 'x'.repeat(1000) },
      { type: 7 },
      { value: 7 },
      // A known type must have its known form.
      { type: 'withdrawal', event: 7, reason: '' },
      { type: 'decision', target, item: 'covered', answer: 'perhaps', supersedes: [] },
    ])
      expect(await faults(await laterChain([body]))).toEqual(['events-altered'])
    expect(await desk.all()).toEqual([])
  })
})

/** JSON with additional keys in random places, except in answers, which are a map of items. */
function grown(json: string, keys: readonly UnknownKey[]): unknown {
  const root: unknown = JSON.parse(json)
  const objects = objectsOf(root, (way) => way.at(-1) !== 'answers')
  addKeys(objects, keys)
  return root
}

describe('fields that a newer version added to a record', () => {
  it('survive writing, importing and writing again, in random places, with the same hashes', async () => {
    const bodies = [
      inspection({ photos: [{ ...photoOf(5).ref, taken: { at: '', position: null } }] }),
      { type: 'discovery', target, position: [108.7, 34.3], accuracyMetres: 3, outline: [], note: '', photos: [] },
      { type: 'decision', target, item: 'covered', answer: 'no', supersedes: [] },
      { type: 'withdrawal', event: 'x', reason: '' },
      measurement(),
    ]
    await fc.assert(
      fc.asyncProperty(unknownKeys, unknownKeys, async (inBodies, besides) => {
        await desk.database.delete()
        desk = new Ledger(`desk-${Math.random()}`)
        const said = grown(JSON.stringify(bodies), inBodies) as object[]
        const events = await laterChain(said, [grown('{}', besides) as object])
        expect(await receiveBundle(desk, await bundleOf(tablet, events), AT)).toMatchObject({ fresh: bodies.length })
        expect(told(await desk.all())).toEqual(told(events))
        const again = await handedOn()
        expect(told(again)).toEqual(told(events))
        expect(again.map(hashOf)).toEqual(events.map(({ hash }) => hash))
      }),
      { numRuns: 40 },
    )
  })
})

describe('a format of a newer version', () => {
  it('of bundles is reported as such, and nothing is imported', async () => {
    const file = await bundleOf(tablet, await laterChain([inspection()]))
    const bytes = new Uint8Array(await file.arrayBuffer())
    const text = new TextDecoder('latin1').decode(bytes)
    const later = Uint8Array.from(text.replace('chentu-bundle-1', 'chentu-bundle-2'), (letter) => letter.charCodeAt(0))
    const read = await readBundle(await resummed(later), NO_HELD_RECORDS)
    expect(read).toMatchObject({ faults: [{ fault: 'later' }] })
  })

  it('of receipts is reported as such and releases nothing; additions to this format are signed with the rest', async () => {
    const picture = photoOf(3)
    const own = new Ledger(`tablet-${Math.random()}`)
    const kept = { hash: picture.ref.hash, original: picture.blob, shown: picture.blob }
    const event = await own.append(inspection({ photos: [picture.ref] }), [kept], null, AT)
    const keys = (await desk.deskKeys())!
    const key = await publicKey(keys)
    await pinDesk(own, readPin(deskCode(key))!, { replaced: null, reason: '', at: AT })
    const hex = [...key].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    const said = {
      format: 'chentu-receipt-2',
      bundle: NO_HASH,
      device: event.device,
      at: AT,
      events: { [event.id]: event.hash },
      photos: [picture.ref.hash],
      key: hex,
      later: { shelf: 4 },
    }
    const signature = await signBytes(new TextEncoder().encode(`chentu-receipt-2\n${canonical(said)}`), keys)
    expect(await acceptReceipt(own, JSON.stringify({ ...said, format: 'chentu-receipt-3', signature }))).toEqual({
      state: 'later',
    })
    expect(await acceptReceipt(own, JSON.stringify({ ...said, later: { shelf: 5 }, signature }))).toEqual({
      state: 'damaged',
    })
    expect(await releasableCount(own)).toBe(0)
    expect(await acceptReceipt(own, JSON.stringify({ ...said, signature }))).toMatchObject({
      state: 'confirmed',
      photos: 1,
    })
    expect(await releasableCount(own)).toBe(1)
    await own.database.delete()
  })
})

/** An archive with a corrected checksum at its end. */
async function resummed(archive: Uint8Array): Promise<Blob> {
  const { sha256 } = await import('@noble/hashes/sha2.js')
  const { bytesToHex } = await import('@noble/hashes/utils.js')
  const body = archive.slice(0, -64)
  return new Blob([body, bytesToHex(sha256(body))])
}
