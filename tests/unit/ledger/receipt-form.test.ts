import 'fake-indexeddb/auto'
import { webcrypto } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acceptReceipt, lastConfirmedNumber, pinDesk, readPin, trustedDesk } from '@/ledger/confirmation'
import { deskCode, deskQr } from '@/ledger/desk-key'
import { eventsById, type LedgerEvent } from '@/ledger/event'
import { Ledger } from '@/ledger/ledger'
import { type ReceiptContent, readReceipt, writeReceipt } from '@/ledger/receipt'
import { newKeys, publicKey } from '@/ledger/signature'
import { releasableCount, releaseCount } from './originals'
import { inspection, photoOf, write } from './records'

const AT = '2022-10-31T19:00:00Z'
const picture = photoOf(3)
let tablet: Ledger
let events: LedgerEvent[]
let keys: CryptoKeyPair
let key: Uint8Array
let said: ReceiptContent

const pin = (text: string, replaced: string | null = null, reason = '') =>
  pinDesk(tablet, readPin(text)!, { replaced, reason, at: AT })
const naming = (...named: readonly LedgerEvent[]) =>
  Object.fromEntries(named.map((event): [string, string] => [event.id, event.hash]))
/** The result of a receipt with a change that the desk signed. */
const confirmSaid = async (change: Partial<ReceiptContent> & Readonly<Record<string, unknown>>) =>
  acceptReceipt(tablet, await writeReceipt({ ...said, ...change }, keys))

beforeEach(async () => {
  tablet = new Ledger(`tablet-${Math.random()}`)
  const kept = { hash: picture.ref.hash, original: picture.blob, shown: picture.blob }
  for (const photos of [[picture.ref], [], []])
    await tablet.append(inspection({ photos }), photos.length > 0 ? [kept] : [], null, AT)
  const { id } = await tablet.device()
  events = await tablet.own(id, 0)
  keys = (await newKeys())!
  key = await publicKey(keys)
  said = { bundle: 'b'.repeat(64), device: id, at: AT, events: naming(...events), photos: [picture.ref.hash] }
})
afterEach(() => tablet.database.delete())

describe('the file of a receipt', () => {
  it('has a signature over the format’s name and the JSON with sorted keys, which any P-256 tool can verify', async () => {
    const { signature, ...signed } = JSON.parse(await writeReceipt(said, keys)) as { signature: string }
    // RFC 8785 for the contents of a receipt: plain texts, sorted keys, no spaces.
    const inOrder = (value: unknown): unknown =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .sort()
              .map(([name, each]) => [name, inOrder(each)]),
          )
        : value
    const bytes = new TextEncoder().encode(`chentu-receipt-2\n${JSON.stringify(inOrder(signed))}`)
    const point = await webcrypto.subtle.importKey('raw', key, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'verify',
    ])
    const how = { name: 'ECDSA', hash: 'SHA-256' }
    expect(await webcrypto.subtle.verify(how, point, Buffer.from(signature, 'base64'), bytes)).toBe(true)
    expect(signed).toMatchObject({ ...said, format: 'chentu-receipt-2', key: Buffer.from(key).toString('hex') })
    // Without a key both fields are empty.
    expect(JSON.parse(await writeReceipt(said, null))).toEqual({
      ...said,
      format: 'chentu-receipt-2',
      key: '',
      signature: '',
    })
  })

  it('is damaged if any field is missing or has another type', async () => {
    await pin(deskQr(key))
    const genuine = JSON.parse(await writeReceipt(said, keys)) as Record<string, unknown>
    const state = async (receipt: object) => (await acceptReceipt(tablet, JSON.stringify(receipt))).state
    for (const name of Object.keys(genuine)) {
      const { [name]: _, ...rest } = genuine
      expect([name, await state(rest)]).toEqual([name, 'damaged'])
      for (const other of [7, null, 'x', ['x'], { x: 'x' }])
        expect([name, other, await state({ ...genuine, [name]: other })]).toEqual([name, other, 'damaged'])
    }
    for (const text of ['', 'x', 'null', '7', '[]', '{"format":"chentu-receipt-1"}'])
      expect(await acceptReceipt(tablet, text)).toEqual({ state: 'damaged' })
    expect(await state(genuine)).toBe('confirmed')
  })

  it('is damaged if hashes, keys or numbers have another form, even if the desk signed them', async () => {
    await pin(deskQr(key))
    for (const change of [
      { bundle: 'b'.repeat(63) },
      { bundle: `${'b'.repeat(64)}0` },
      { photos: [picture.ref.hash.toUpperCase()] },
      { events: { [events[0]!.id]: '' } },
    ])
      expect(await confirmSaid(change)).toEqual({ state: 'damaged' })
    let deep: unknown = 0
    for (let i = 0; i < 100; i++) deep = [deep]
    expect(await confirmSaid({ deep })).toEqual({ state: 'damaged' })
    const genuine = JSON.parse(await writeReceipt(said, keys)) as { key: string }
    for (const other of [
      genuine.key.slice(2),
      `${genuine.key}00`,
      `0${genuine.key}`,
      `${genuine.key} `,
      'g'.repeat(130),
    ])
      expect(await acceptReceipt(tablet, JSON.stringify({ ...genuine, key: other }))).toEqual({ state: 'damaged' })
    // Signed, but without a key.
    expect(await acceptReceipt(tablet, JSON.stringify({ ...genuine, key: '' }))).toEqual({ state: 'damaged' })
  })

  it('reports how much it names if it is not signed', async () => {
    expect(await acceptReceipt(tablet, await writeReceipt(said, null))).toEqual({
      state: 'unsigned',
      events: 3,
      photos: 1,
      voices: 0,
    })
  })

  it('is refused as a whole if one of several events is not this tablet’s or differs', async () => {
    await pin(deskQr(key))
    const strange = { [`${said.device}-9`]: 'c'.repeat(64) }
    expect(await confirmSaid({ events: { ...said.events, ...strange } })).toEqual({ state: 'other-events' })
    const other = { [events[1]!.id]: 'c'.repeat(64) }
    expect(await confirmSaid({ events: { ...said.events, ...other } })).toEqual({ state: 'other-events' })
    expect(await confirmSaid({ photos: [picture.ref.hash, 'd'.repeat(64)] })).toEqual({ state: 'other-events' })
    expect(await releasableCount(tablet)).toBe(0)
    // An event of another device, even if it is stored here.
    const foreign = write(`k${'1'.repeat(32)}`, null, inspection())
    const receipt = await writeReceipt({ ...said, events: naming(...events, foreign) }, keys)
    expect(await readReceipt(receipt, said.device, eventsById([...events, foreign]))).toBe('other-events')
    expect(await readReceipt(await writeReceipt(said, keys), said.device, eventsById(events))).toMatchObject(said)
  })
})

describe('a pinned desk', () => {
  it('is stored with how, when and why, and again only if its key is new', async () => {
    expect(await trustedDesk(tablet)).toBeNull()
    expect(await pin(deskCode(key))).toBe(true)
    expect(await trustedDesk(tablet)).toMatchObject({ code: deskCode(key), key: null, how: 'code', at: AT, reason: '' })
    // The same code adds nothing; its QR code adds the key.
    expect(await pin(deskCode(key), deskCode(key))).toBe(true)
    expect(await tablet.database.pins.count()).toBe(1)
    expect(await pin(`  ${deskQr(key)}\n`, deskCode(key))).toBe(true)
    expect(await trustedDesk(tablet)).toMatchObject({ code: deskCode(key), key, how: 'qr' })
    for (const text of [deskQr(key), deskCode(key)]) expect(await pin(text, deskCode(key))).toBe(true)
    expect(await tablet.database.pins.count()).toBe(2)
    const other = await publicKey((await newKeys())!)
    expect(await pin(deskCode(other), deskCode(key), '换了电脑')).toBe(true)
    expect(await trustedDesk(tablet)).toMatchObject({ code: deskCode(other), key: null, reason: '换了电脑' })
  })

  it('is another desk if its code is equal but its key differs', async () => {
    const other = await publicKey((await newKeys())!)
    await tablet.database.pins.add({ code: deskCode(key), key: other, how: 'qr', at: AT, reason: '' })
    expect(await confirmSaid({})).toEqual({ state: 'other-desk' })
    expect(await tablet.database.receipts.count()).toBe(0)
  })

  it('keeps the key that came with its first receipt, whatever arrives later', async () => {
    await pin(deskCode(key))
    await confirmSaid({})
    expect((await trustedDesk(tablet))?.key).toEqual(key)
    await confirmSaid({ bundle: 'c'.repeat(64) })
    expect((await trustedDesk(tablet))?.key).toEqual(key)
    expect(await tablet.database.receipts.toArray()).toMatchObject(
      ['b', 'c'].map((letter) => ({
        bundle: letter.repeat(64),
        at: AT,
        from: 1,
        upTo: 3,
        photos: said.photos,
        desk: deskCode(key),
      })),
    )
  })

  it('releases an original once', async () => {
    await pin(deskQr(key))
    await confirmSaid({})
    expect([await releasableCount(tablet), await releaseCount(tablet, AT)]).toEqual([1, 1])
    expect([await releasableCount(tablet), await releaseCount(tablet, AT)]).toEqual([0, 0])
  })
})

describe('the number up to which the desk has everything', () => {
  it('stops at an event that no receipt names, and moves on once that was confirmed too', async () => {
    await pin(deskQr(key))
    const [first, second, third] = events as [LedgerEvent, LedgerEvent, LedgerEvent]
    await confirmSaid({ events: naming(first, third) })
    expect(await lastConfirmedNumber(tablet)).toBe(0)
    expect(await tablet.database.receipts.get(said.bundle)).toMatchObject({ from: 0, upTo: 0 })
    await confirmSaid({ events: naming(first), bundle: '1'.repeat(64), photos: [] })
    expect(await lastConfirmedNumber(tablet)).toBe(1)
    await confirmSaid({ events: naming(second, third), bundle: '2'.repeat(64), photos: [] })
    expect(await lastConfirmedNumber(tablet)).toBe(3)
  })

  it('is the last one before the first that no receipt names, in any order of receipts', async () => {
    await pin(deskQr(key))
    const ranges = fc.oneof(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 3 })), { maxLength: 8 }),
      // In this order and in another.
      fc.shuffledSubarray([1, 3, 5, 7], { minLength: 3 }).map((all) => all.map((from): [number, number] => [from, 1])),
    )
    await fc.assert(
      fc.asyncProperty(ranges, async (all) => {
        await tablet.database.receipts.clear()
        await tablet.database.receipts.bulkAdd(
          all.map(([from, more], i) => ({
            bundle: String(i),
            at: AT,
            from,
            upTo: from === 0 ? 0 : from + more,
            photos: [],
            desk: deskCode(key),
          })),
        )
        const named = new Set(
          all.flatMap(([from, more]) => Array.from({ length: more + 1 }, (_, i) => from && from + i)),
        )
        let reached = 0
        while (named.has(reached + 1)) reached++
        expect(await lastConfirmedNumber(tablet)).toBe(reached)
      }),
    )
  })
})
