import 'fake-indexeddb/auto'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acceptReceipt, lastConfirmedNumber, pinDesk, readPin, trustedDesk } from '@/ledger/confirmation'
import { deskCode, deskQr } from '@/ledger/desk-key'
import type { LedgerEvent } from '@/ledger/event'
import { canonical } from '@/ledger/event-chain'
import { Ledger } from '@/ledger/ledger'
import { type ReceiptContent, writeReceipt } from '@/ledger/receipt'
import { receiveBundle } from '@/ledger/reception'
import { newKeys, publicKey } from '@/ledger/signature'
import { releasableCount, releaseCount } from './originals'
import { bundleOf, inspection, photoOf } from './records'

const AT = '2022-10-31T19:00:00Z'
const one = photoOf(3)
const two = photoOf(5)
let desk: Ledger
let tablet: Ledger
let events: LedgerEvent[]
let deskKey: Uint8Array

/** The tablet's current bundle. */
async function bundle(photos = [one, two]) {
  const device = await tablet.device()
  return bundleOf(device, await tablet.own(device.id, 0), { photos })
}

async function receiptFor(file: Blob): Promise<string> {
  const came = await receiveBundle(desk, file, AT)
  if ('faults' in came) throw new Error(came.faults[0]?.fault)
  if ('unanswered' in came) throw new Error(came.unanswered)
  return came.receipt!
}

const pin = (text: string, replaced: string | null = null) =>
  pinDesk(tablet, readPin(text)!, { replaced, reason: '', at: AT })

const original = async (photo: typeof one) => (await tablet.photo(photo.ref.hash))?.original ?? null

beforeEach(async () => {
  desk = new Ledger(`desk-${Math.random()}`)
  tablet = new Ledger(`tablet-${Math.random()}`)
  for (const photo of [one, two])
    await tablet.append(
      inspection({ photos: [photo.ref] }),
      [{ hash: photo.ref.hash, original: photo.blob, shown: photo.blob }],
      null,
      AT,
    )
  events = await tablet.all()
  deskKey = await publicKey((await desk.deskKeys())!)
})
afterEach(() => Promise.all([desk.database.delete(), tablet.database.delete()]))

describe('a receipt', () => {
  it('releases originals only after the desk was pinned by its code read aloud', async () => {
    const receipt = await receiptFor(await bundle())
    // It does not show whose it is: otherwise people would type that code, whoever made the file.
    expect(await acceptReceipt(tablet, receipt)).toEqual({ state: 'unpinned' })
    expect([await releaseCount(tablet, AT), await original(one)]).toEqual([0, one.blob])
    await pin(deskCode(deskKey))
    expect((await trustedDesk(tablet))?.key).toBeNull()
    expect(await acceptReceipt(tablet, receipt)).toEqual({
      state: 'confirmed',
      events: 2,
      photos: 2,
      voices: 0,
      returned: 0,
    })
    // The first receipt whose key has that code pins the key.
    expect(bytesToHex((await trustedDesk(tablet))!.key!)).toBe(bytesToHex(deskKey))
    expect([await releasableCount(tablet), await lastConfirmedNumber(tablet)]).toEqual([2, 2])
    expect([await releaseCount(tablet, AT), await original(one)]).toEqual([2, null])
    // Records and small copies stay.
    expect((await tablet.photo(one.ref.hash))!.shown.size).toBe(500)
    expect(await tablet.all()).toEqual(events)
  })

  it('also releases them after a pin by QR code, and names only photos that the desk holds', async () => {
    await pin(deskQr(deskKey))
    expect((await trustedDesk(tablet))?.how).toBe('qr')
    expect(await acceptReceipt(tablet, await receiptFor(await bundle([one])))).toEqual({
      state: 'confirmed',
      events: 2,
      photos: 1,
      voices: 0,
      returned: 0,
    })
    await releaseCount(tablet, AT)
    expect([await original(one), await original(two)]).toEqual([null, two.blob])
  })

  it('of another desk, without a signature, or altered releases nothing', async () => {
    await pin(deskQr(deskKey))
    const { id } = await tablet.device()
    const said: ReceiptContent = {
      bundle: '0'.repeat(64),
      device: id,
      at: AT,
      events: Object.fromEntries(events.map((event) => [event.id, event.hash])),
      photos: [one.ref.hash],
    }
    const thief = (await newKeys())!
    expect(await acceptReceipt(tablet, await writeReceipt(said, thief))).toEqual({ state: 'other-desk' })
    expect(await acceptReceipt(tablet, await writeReceipt(said, null))).toMatchObject({ state: 'unsigned' })
    const old = { format: 'chentu-receipt-1', ...said }
    const sum = bytesToHex(sha256(utf8ToBytes(canonical(old))))
    expect(await acceptReceipt(tablet, canonical({ ...old, sum }))).toMatchObject({ state: 'unsigned' })
    expect(await acceptReceipt(tablet, canonical({ ...old, sum: '0'.repeat(64) }))).toEqual({ state: 'damaged' })
    // A thief's signature with the desk's key, then the desk's signature with another text.
    const forged = JSON.parse(await writeReceipt(said, thief))
    expect(await acceptReceipt(tablet, canonical({ ...forged, key: bytesToHex(deskKey) }))).toEqual({
      state: 'damaged',
    })
    const genuine = JSON.parse(await receiptFor(await bundle([one])))
    expect(await acceptReceipt(tablet, canonical({ ...genuine, photos: [two.ref.hash] }))).toEqual({ state: 'damaged' })
    expect(await acceptReceipt(tablet, canonical({ ...genuine, signature: '' }))).toEqual({ state: 'damaged' })
    expect(await acceptReceipt(tablet, '{}')).toEqual({ state: 'damaged' })
    expect([await releaseCount(tablet, AT), await lastConfirmedNumber(tablet)]).toEqual([0, 0])
    expect([await original(one), await original(two)]).toEqual([one.blob, two.blob])
  })

  it('must name events of this tablet, and no other photos, even if the desk signed it', async () => {
    await pin(deskQr(deskKey))
    const { id } = await tablet.device()
    const keys = (await desk.deskKeys())!
    const base: ReceiptContent = { bundle: '0'.repeat(64), device: id, at: AT, events: {}, photos: [] }
    const state = async (change: Partial<ReceiptContent>) =>
      (await acceptReceipt(tablet, await writeReceipt({ ...base, ...change }, keys))).state
    const first = events[0]!
    expect(await state({})).toBe('empty')
    expect(await state({ photos: [one.ref.hash] })).toBe('empty')
    expect(await state({ device: `k${'0'.repeat(32)}`, events: { [first.id]: first.hash } })).toBe('other-device')
    expect(await state({ events: { [first.id]: '0'.repeat(64) } })).toBe('other-events')
    expect(await state({ events: { 'x-1': '0'.repeat(64) } })).toBe('other-events')
    expect(await state({ events: { [first.id]: first.hash }, photos: [two.ref.hash] })).toBe('other-events')
    expect(await state({ events: { [first.id]: first.hash }, photos: [one.ref.hash] })).toBe('confirmed')
  })

  it('of a desk that was replaced releases nothing, and the earlier pin stays stored', async () => {
    await pin(deskQr(deskKey))
    await acceptReceipt(tablet, await receiptFor(await bundle()))
    const other = await publicKey((await newKeys())!)
    // Another window has changed it in the meantime: nothing happens.
    expect(await pin(deskQr(other), null)).toBe(false)
    expect(await releasableCount(tablet)).toBe(2)
    expect(await pin(deskQr(other), deskCode(deskKey))).toBe(true)
    expect(await releasableCount(tablet)).toBe(0)
    expect((await tablet.database.pins.toArray()).map(({ code }) => code)).toEqual([deskCode(deskKey), deskCode(other)])
  })

  it('advances the start of a chain of QR codes only if that leaves no gap', async () => {
    await pin(deskQr(deskKey))
    const { id } = await tablet.device()
    const keys = (await desk.deskKeys())!
    const last = events[1]!
    const said = { bundle: '1'.repeat(64), device: id, at: AT, events: { [last.id]: last.hash }, photos: [] }
    await acceptReceipt(tablet, await writeReceipt(said, keys))
    expect(await lastConfirmedNumber(tablet)).toBe(0)
    await acceptReceipt(tablet, await receiptFor(await bundle()))
    expect(await lastConfirmedNumber(tablet)).toBe(2)
  })

  it('closes a gap in any order of receipts, and is not counted while it has gaps itself', async () => {
    await pin(deskQr(deskKey))
    for (let i = 0; i < 3; i++) await tablet.append(inspection(), [], null, AT)
    const { id } = await tablet.device()
    const all = await tablet.own(id, 0)
    const keys = (await desk.deskKeys())!
    // Stored by the number of the bundle, which does not show the order.
    const confirmed = async (bundle: string, ...numbers: number[]) => {
      const named = all.filter(({ sequence }) => numbers.includes(sequence))
      const said = { bundle: bundle.repeat(64), device: id, at: AT, photos: [] }
      const events = Object.fromEntries(named.map((event) => [event.id, event.hash]))
      expect(await acceptReceipt(tablet, await writeReceipt({ ...said, events }, keys))).toMatchObject({
        state: 'confirmed',
      })
      return lastConfirmedNumber(tablet)
    }
    expect(await confirmed('0', 5)).toBe(0)
    expect(await confirmed('1', 1, 3)).toBe(0)
    expect(await confirmed('2', 3, 4)).toBe(0)
    expect(await confirmed('3', 1, 2)).toBe(5)
  })

  it('with a key that differs from the QR code is another desk’s, even with the same code', async () => {
    await pin(deskQr(deskKey))
    const other = await publicKey((await newKeys())!)
    await tablet.database.pins.toCollection().modify({ key: other })
    expect(await acceptReceipt(tablet, await receiptFor(await bundle()))).toEqual({ state: 'other-desk' })
  })

  it('of a desk without keys is unsigned, and says so', async () => {
    const subtle = globalThis.crypto.subtle
    const file = await bundle()
    const plain = new Ledger(`plain-${Math.random()}`)
    plain.deskKeys = async () => null
    const came = await receiveBundle(plain, file, AT)
    expect(came).toMatchObject({ signed: false })
    await pin(deskQr(deskKey))
    expect('receipt' in came && (await acceptReceipt(tablet, came.receipt!)).state).toBe('unsigned')
    expect(globalThis.crypto.subtle).toBe(subtle)
    await plain.database.delete()
  })
})

describe('the code of a desk', () => {
  it('has twenty digits including a check digit, and detects each wrong digit', () => {
    const code = deskCode(deskKey)
    expect(code).toMatch(/^(\d{4} ){4}\d{4}$/)
    expect(readPin(code.replace(/ /g, ''))?.code).toBe(code)
    expect(readPin(code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)))?.code).toBe(code)
    for (let at = 0; at < code.length; at++) {
      if (code[at] === ' ') continue
      for (let digit = 0; digit < 10; digit++) {
        const typed = code.slice(0, at) + digit + code.slice(at + 1)
        expect(readPin(typed) === null).toBe(typed !== code)
      }
    }
    expect(readPin('1234')).toBeNull()
    expect(readPin('CHENTU-DESK:1:AAAA')).toBeNull()
    expect(readPin(deskQr(deskKey))?.code).toBe(code)
  })
})
