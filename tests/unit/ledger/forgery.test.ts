import 'fake-indexeddb/auto'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeBundle } from '@/ledger/bundle'
import { BUNDLE_FORMAT, EVENTS, MANIFEST, photoPath, SUM_LETTERS } from '@/ledger/bundle-schema'
import { type Device, deviceIdOf, newDevice, shortDevice } from '@/ledger/device'
import type { LedgerEvent } from '@/ledger/event'
import { canonical } from '@/ledger/event-chain'
import { Ledger } from '@/ledger/ledger'
import type { BundleFault } from '@/ledger/read-bundle'
import { receiveBundle } from '@/ledger/reception'
import { publicKey } from '@/ledger/signature'
import { bundleOf, chainOf, inspection, photoOf, write } from './records'

const AT = '2022-10-31T19:00:00Z'
let desk: Ledger
let tablet: Device
let events: LedgerEvent[]

beforeEach(async () => {
  desk = new Ledger(`desk-${Math.random()}`)
  tablet = await newDevice()
  events = await chainOf(tablet, [inspection({ note: '一' }), inspection({ note: '二' })])
})
afterEach(() => desk.database.delete())

/** A bundle packed by hand, with any photos. */
async function packed({ id, keys }: Device, said: readonly LedgerEvent[], photos: readonly Uint8Array[]) {
  const hex = (bytes: Uint8Array) => bytesToHex(sha256(bytes))
  const lines = utf8ToBytes(said.map((event) => `${canonical(event)}\n`).join(''))
  const manifest = {
    format: BUNDLE_FORMAT,
    device: id,
    made: AT,
    keys: { [id]: bytesToHex(await publicKey(keys!)) },
    events: said.length,
    eventsHash: hex(lines),
    photos: photos.map((bytes) => ({ hash: hex(bytes), bytes: bytes.length })),
  }
  const files = Object.fromEntries(photos.map((bytes) => [photoPath(hex(bytes)), bytes]))
  const zip = zipSync({ ...files, [EVENTS]: lines, [MANIFEST]: utf8ToBytes(canonical(manifest)) }, { level: 0 })
  new DataView(zip.buffer).setUint16(zip.length - 2, SUM_LETTERS, true)
  return new Blob([zip as Uint8Array<ArrayBuffer>, hex(zip)])
}

const faultsOf = async (file: Blob) => {
  const came = await receiveBundle(desk, file, AT)
  return 'faults' in came ? came.faults.map(({ fault }): BundleFault['fault'] => fault) : []
}

describe('a forged bundle', () => {
  it('that omits the key is refused, whether or not the desk knows the device', async () => {
    const withdrawal = write(tablet.id, events[1]!, { type: 'withdrawal', event: events[0]!.id, reason: '' })
    const forged = await bundleOf({ id: tablet.id, keys: null }, [...events, withdrawal])
    expect(await faultsOf(forged)).toContain('altered')
    await receiveBundle(desk, await bundleOf(tablet, events), AT)
    const onlyIt = await bundleOf({ id: tablet.id, keys: null }, [withdrawal])
    expect(await faultsOf(onlyIt)).toEqual(['altered'])
    expect((await desk.all()).length).toBe(2)
    // The genuine tablet can continue.
    const next = await chainOf(tablet, [inspection({ note: '三' })], events[1])
    expect(await receiveBundle(desk, await bundleOf(tablet, [...events, ...next]), AT)).toMatchObject({ fresh: 1 })
  })

  it('without signatures is refused, and a known event never loses its own', async () => {
    const stripped = events.map((event) => ({ ...event, signature: '' }))
    expect(await faultsOf(await bundleOf(tablet, stripped))).toEqual(['altered', 'altered'])
    expect(await faultsOf(await bundleOf(tablet, stripped, { keys: false }))).toContain('signature')
    await receiveBundle(desk, await bundleOf(tablet, events), AT)
    expect(await faultsOf(await bundleOf(tablet, stripped, { keys: false }))).toEqual(['altered', 'altered'])
    expect(await desk.all()).toEqual(events)
  })

  it('with an id of the first version is refused once the key is known', async () => {
    // An id of 64 bits is independent of its key: the known key decides.
    const key = await publicKey(tablet.keys!)
    const old: Device = { id: deviceIdOf(key).slice(1, 17), keys: tablet.keys }
    const own = await chainOf(old, [inspection()])
    await receiveBundle(desk, await bundleOf(old, own), AT)
    const more = write(old.id, own[0]!, inspection({ note: '伪造' }))
    expect(await faultsOf(await bundleOf({ id: old.id, keys: null }, [more]))).toEqual(['altered'])
    const other = await newDevice()
    const mine = await chainOf({ id: old.id, keys: other.keys }, [inspection()])
    expect(await faultsOf(await bundleOf({ id: old.id, keys: other.keys }, mine))).toContain('signature')
    // The key of this device is unknown: the bundle is read and reported as unsigned.
    const unknown = 'a1b2c3d4e5f60718'
    const came = await receiveBundle(
      desk,
      await bundleOf({ id: unknown, keys: null }, [write(unknown, null, inspection())]),
      AT,
    )
    expect(came).toMatchObject({ unsigned: [unknown], fresh: 1 })
  })

  it('is refused if the key does not match the id, the id has an unknown form, or an id without keys is signed', async () => {
    const thief = await newDevice()
    const mine = await chainOf({ id: tablet.id, keys: thief.keys }, [inspection()])
    expect(await faultsOf(await bundleOf({ id: tablet.id, keys: thief.keys }, mine))).toContain('signature')
    for (const id of ['tablet', `k${'0'.repeat(16)}`, `u${'0'.repeat(64)}`])
      expect(await faultsOf(await bundleOf({ id, keys: null }, [write(id, null, inspection())]))).not.toEqual([])
    const keyless = { id: `u${'0'.repeat(32)}`, keys: thief.keys }
    expect(await faultsOf(await bundleOf(keyless, await chainOf(keyless, [inspection()])))).not.toEqual([])
    const plain = { id: keyless.id, keys: null }
    expect(await receiveBundle(desk, await bundleOf(plain, [write(plain.id, null, inspection())]), AT)).toMatchObject({
      unsigned: [plain.id],
    })
  })

  it('is refused with an invalid time, an invalid kind, or a photo that no event names', async () => {
    const wrong = [
      write(tablet.id, null, inspection(), 'gestern'),
      write(tablet.id, null, inspection(), '+275760-09-13T00:00:00.000Z'),
      write(tablet.id, null, inspection({ position: [1e300, 0] })),
      write(tablet.id, null, inspection({ target: { kind: 'no/kind', code: '', name: '' } })),
    ]
    for (const event of wrong) expect(await faultsOf(await bundleOf(tablet, [event]))).toEqual(['events-altered'])
    const { ref, bytes } = photoOf(7)
    const named = await chainOf(tablet, [inspection({ photos: [ref] })])
    expect(await faultsOf(await packed(tablet, events, [bytes]))).toEqual(['photo-altered'])
    expect(await faultsOf(await packed(tablet, named, [bytes]))).toEqual([])
  })

  it('never replaces a known event: a second valid signature changes nothing', async () => {
    await receiveBundle(desk, await bundleOf(tablet, events), AT)
    // ECDSA gives a different signature each time.
    const again = await chainOf(tablet, [inspection({ note: '一' }), inspection({ note: '二' })])
    expect(again[0]!.signature).not.toBe(events[0]!.signature)
    expect(await receiveBundle(desk, await bundleOf(tablet, again), AT)).toMatchObject({ fresh: 0 })
    expect(await desk.all()).toEqual(events)
  })
})

describe('the id of a device', () => {
  it('shows whether it has a key, has 128 bits, and is short enough to compare', async () => {
    expect(tablet.id).toMatch(/^k[0-9a-f]{32}$/)
    expect(shortDevice(tablet.id)).toBe(tablet.id.slice(1, 7))
    expect(shortDevice('a1b2c3d4e5f60718')).toBe('a1b2c3')
    const subtle = globalThis.crypto.subtle
    Object.defineProperty(globalThis.crypto, 'subtle', { value: undefined, configurable: true })
    try {
      const plain = await newDevice()
      expect(plain.id).toMatch(/^u[0-9a-f]{32}$/)
      expect(plain.keys).toBeNull()
    } finally {
      Object.defineProperty(globalThis.crypto, 'subtle', { value: subtle, configurable: true })
    }
  })

  it('in the events decides alone: a manifest with another device gets no receipt for it', async () => {
    const other = await newDevice()
    const key = new Map([[tablet.id, await publicKey(tablet.keys!)]])
    const file = await writeBundle({ device: other.id, events, keys: key, made: AT })
    expect(await receiveBundle(desk, file, AT)).toMatchObject({ fresh: 2, receipt: null })
  })
})
