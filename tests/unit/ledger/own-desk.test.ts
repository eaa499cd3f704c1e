import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  acceptReceipt,
  isOwnDesk,
  lastConfirmedNumber,
  pinDesk,
  readPin,
  releasableOriginals,
  releaseOriginals,
  trustedDesk,
} from '@/ledger/confirmation'
import { deskExchange } from '@/ledger/desk-exchange'
import { deskCode, deskQr } from '@/ledger/desk-key'
import { Ledger } from '@/ledger/ledger'
import { writeReceipt } from '@/ledger/receipt'
import { receiveBundle } from '@/ledger/reception'
import { publicKey } from '@/ledger/signature'
import { bundleOf, inspection, photoOf } from './records'

const AT = '2022-10-31T19:00:00Z'
const NOTE = { replaced: null, reason: '', at: AT }
const photo = photoOf(3)
let tablet: Ledger
/** The key that the tablet itself shows in “Data”. */
let own: CryptoKeyPair
let ownKey: Uint8Array

const deskKeyOf = async (ledger: Ledger) => publicKey((await ledger.deskKeys())!)

/** The tablet's bundle. */
async function bundle() {
  const device = await tablet.device()
  return bundleOf(device, await tablet.own(device.id, 0), { photos: [photo] })
}

/** What a receipt for all records of the tablet says. */
async function said() {
  const { id } = await tablet.device()
  const events = Object.fromEntries((await tablet.own(id, 0)).map((event) => [event.id, event.hash]))
  return { bundle: 'b'.repeat(64), device: id, at: AT, events, photos: [photo.ref.hash] }
}

/** Stores what earlier versions stored when a tablet trusted its own code and read its own receipt. */
async function trustItself() {
  const { events, bundle, ...rest } = await said()
  await tablet.database.pins.add({ code: deskCode(ownKey), key: null, how: 'code', at: AT, reason: '' })
  const [event, hash] = Object.entries(events)[0]!
  const review = { event, hash, verdict: 'returned' as const, note: '', author: '', at: AT }
  const range = { from: 1, upTo: 1, desk: deskCode(ownKey), photos: rest.photos }
  await tablet.database.receipts.put({ bundle, at: AT, ...range, reviews: [review] })
}

const going = async () => (await releasableOriginals(tablet)).going.photos

beforeEach(async () => {
  tablet = new Ledger(`tablet-${Math.random()}`)
  const stored = { hash: photo.ref.hash, original: photo.blob, shown: photo.blob }
  await tablet.append(inspection({ photos: [photo.ref] }), [stored], null, AT)
  own = (await tablet.deskKeys())!
  ownKey = await publicKey(own)
})
afterEach(() => tablet.database.delete())

describe('a tablet', () => {
  it('does not trust the code of the desk on itself, typed or as a QR code', async () => {
    for (const text of [deskCode(ownKey), deskQr(ownKey)]) {
      expect(await isOwnDesk(tablet, readPin(text)!)).toBe(true)
      expect(await pinDesk(tablet, readPin(text)!, NOTE)).toBe(false)
    }
    expect(await trustedDesk(tablet)).toBeNull()
    expect(await tablet.database.pins.count()).toBe(0)
  })

  it('refuses a receipt that it signed itself, and keeps its originals', async () => {
    await tablet.database.pins.add({ code: deskCode(ownKey), key: null, how: 'code', at: AT, reason: '' })
    expect(await acceptReceipt(tablet, await writeReceipt(await said(), own))).toEqual({ state: 'own-desk' })
    expect(await tablet.database.receipts.count()).toBe(0)
    expect(await going()).toBe(0)
  })

  it('signs no receipt for its own bundle', async () => {
    expect(await receiveBundle(tablet, await bundle(), AT)).toMatchObject({ isOwn: true, receipt: null, fresh: 0 })
    const desk = new Ledger(`desk-${Math.random()}`)
    const came = await receiveBundle(desk, await bundle(), AT)
    expect(came).toMatchObject({ isOwn: false, fresh: 1 })
    expect('receipt' in came && came.receipt).not.toBeNull()
    await desk.database.delete()
  })
})

describe('a tablet that an earlier version let trust itself', () => {
  beforeEach(trustItself)

  it('trusts no desk, and its own receipts confirm and release nothing', async () => {
    expect(await trustedDesk(tablet)).toBeNull()
    expect(await lastConfirmedNumber(tablet)).toBe(0)
    expect(await deskExchange(tablet)).toEqual({ sent: [], receipts: [], pins: [] })
    expect(await going()).toBe(0)
    expect(await releaseOriginals(tablet, AT)).toEqual({ photos: 0, voices: 0 })
    expect((await tablet.photo(photo.ref.hash))?.original).not.toBeNull()
  })

  it('can be told the desk as if for the first time, and takes over nothing from its own receipts', async () => {
    const desk = new Ledger(`desk-${Math.random()}`)
    expect(await pinDesk(tablet, readPin(deskCode(await deskKeyOf(desk)))!, NOTE)).toBe(true)
    expect(await going()).toBe(0)
    const receipt = await writeReceipt(await said(), (await desk.deskKeys())!)
    expect(await acceptReceipt(tablet, receipt)).toMatchObject({ state: 'confirmed', photos: 1 })
    expect(await going()).toBe(1)
    const { receipts, pins } = await deskExchange(tablet)
    expect(receipts.map(({ reviews }) => reviews)).toEqual([undefined])
    expect(pins).toHaveLength(1)
    await desk.database.delete()
  })

  it('deletes nothing by an earlier desk either, until that is trusted again', async () => {
    const desk = new Ledger(`desk-${Math.random()}`)
    const code = deskCode(await deskKeyOf(desk))
    await tablet.database.pins.clear()
    expect(await pinDesk(tablet, readPin(code)!, NOTE)).toBe(true)
    await acceptReceipt(tablet, await writeReceipt(await said(), (await desk.deskKeys())!))
    await tablet.database.pins.add({ code: deskCode(ownKey), key: ownKey, how: 'qr', at: AT, reason: '' } as never)
    expect(await going()).toBe(0)
    expect(await pinDesk(tablet, readPin(code)!, NOTE)).toBe(true)
    expect(await going()).toBe(1)
    await desk.database.delete()
  })
})
