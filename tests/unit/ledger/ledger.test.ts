import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { photosOf, writeBundle } from '@/ledger/bundle'
import { type Device, newDevice, publicKey, sign } from '@/ledger/device'
import { ANSWERS, checkChain, type EventBody, type Inspection, type LedgerEvent, nextEvent } from '@/ledger/event'
import { foldLedger, standingEvents, type TargetState } from '@/ledger/fold'
import { type Bundle, readBundle } from '@/ledger/read-bundle'
import { readReceipt, receiptFor } from '@/ledger/receipt'
import { isSealed, seal, unseal } from '@/ledger/seal'
import { seenOf } from '@/ledger/seen'

const target = { kind: 'stockpile', code: 'DC-1', name: '煤堆' } as const
const inspection = (change: Partial<Inspection> = {}): Inspection => ({
  type: 'inspection',
  target,
  checklist: '2022-1',
  answers: { covered: 'no' },
  note: '',
  rectifyBy: '',
  told: '',
  position: [108.7, 34.3],
  accuracyMetres: 8,
  photos: [],
  supersedes: [],
  ...change,
})
const write = (device: string, last: LedgerEvent | null, body: EventBody, at = '2022-10-31T08:00:00Z') =>
  nextEvent(last, { device, at, author: '张三', body })

/** Plain facts of a state, to be compared. */
const plain = (state: ReadonlyMap<string, TargetState>) =>
  [...state]
    .map(([key, { inspections, items }]) => [
      key,
      inspections.map(({ id }) => id),
      [...items]
        .map(([item, { standing, conflict }]) => [
          item,
          standing.map(({ event, answer }) => [event.id, answer]),
          conflict,
        ])
        .sort(),
    ])
    .sort()

/** Histories of two to four devices that now and then hear of each other. */
const histories = fc
  .array(
    fc.record({
      device: fc.constantFrom('a', 'b', 'c', 'd'),
      item: fc.constantFrom('covered', 'washed'),
      answer: fc.constantFrom(...ANSWERS),
      code: fc.constantFrom('DC-1', 'DC-2'),
      /** Has heard of all that was written before. */
      knows: fc.boolean(),
      kind: fc.constantFrom('inspection', 'decision', 'withdrawal'),
      minute: fc.integer({ min: 0, max: 59 }),
    }),
    { maxLength: 30 },
  )
  .map((steps) => {
    const events: LedgerEvent[] = []
    for (const { device, item, answer, code, knows, kind, minute } of steps) {
      const own = events.filter((event) => event.device === device)
      const seen = foldLedger(knows ? events : own)
      const supersedes = standingEvents(seen.get(`stockpile/${code}`))
      const of = { ...target, code }
      const body: EventBody =
        kind === 'withdrawal' && own.length > 0
          ? { type: 'withdrawal', event: own[0]!.id, reason: '误填' }
          : kind === 'decision'
            ? { type: 'decision', target: of, item, answer, supersedes }
            : inspection({ target: of, answers: { [item]: answer }, supersedes })
      // The clock of a tablet may be anything.
      events.push(write(device, own.at(-1) ?? null, body, `2022-10-31T08:${String(minute).padStart(2, '0')}:00Z`))
    }
    return events
  })

describe('the ledger', () => {
  it('comes to the same whatever the order in which events come, and however often', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat()), (events, numbers) => {
        const shuffled = events
          .map((event) => ({ event, at: numbers.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ event }) => event)
        const half = Math.floor(events.length / 2)
        const once = plain(foldLedger(events))
        expect(plain(foldLedger(shuffled))).toEqual(once)
        expect(plain(foldLedger([...shuffled.slice(half), ...events, ...shuffled.slice(0, half)]))).toEqual(once)
        expect(checkChain(shuffled, new Map())).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('keeps two answers that do not know each other side by side until a person decides', () => {
    const first = write('a', null, inspection({ answers: { covered: 'no' } }))
    const second = write('b', null, inspection({ answers: { covered: 'yes' } }))
    const item = (events: readonly LedgerEvent[]) => foldLedger(events).get('stockpile/DC-1')!.items.get('covered')!
    expect(item([first, second])).toMatchObject({ conflict: true, standing: [{ answer: 'no' }, { answer: 'yes' }] })
    const supersedes = standingEvents(foldLedger([first, second]).get('stockpile/DC-1'))
    const decided = write('office', null, { type: 'decision', target, item: 'covered', answer: 'no', supersedes })
    expect(item([second, decided, first])).toMatchObject({ conflict: false, standing: [{ answer: 'no' }] })
    const withdrawn = write('office', decided, { type: 'withdrawal', event: decided.id, reason: '误判' })
    expect(item([withdrawn, second, decided, first]).conflict).toBe(true)
  })

  it('tells the rules the last answer, also where the clock was set back in between, and nothing that is disputed', () => {
    const first = write('a', null, inspection({ answers: { covered: 'no' } }), '2022-10-31T08:00:00Z')
    const supersedes = standingEvents(foldLedger([first]).get('stockpile/DC-1'))
    const second = write('a', first, inspection({ answers: { covered: 'yes' }, supersedes }), '2022-10-01T08:00:00Z')
    const said = (events: readonly LedgerEvent[]) =>
      seenOf(foldLedger(events)).map(({ day, answers }) => [day, answers])
    expect(said([first, second])).toEqual([
      ['2022-10-01', { covered: true }],
      ['2022-10-31', {}],
    ])
    const other = write('b', null, inspection({ answers: { covered: 'yes', washed: 'no' } }), '2022-10-31T17:00:00Z')
    expect(said([first, other])).toEqual([
      ['2022-10-31', {}],
      ['2022-11-01', { washed: false }],
    ])
  })

  it('notices what was altered, left out, or written twice under one number', () => {
    const one = write('a', null, inspection())
    const two = write('a', one, inspection({ note: '二' }))
    const three = write('a', two, inspection({ note: '三' }))
    expect(checkChain([three, one, two], new Map())).toEqual([])
    expect(checkChain([one, { ...two, author: '李四' }], new Map())).toEqual([{ event: 'a-2', fault: 'altered' }])
    expect(checkChain([one, three], new Map())).toEqual([{ event: 'a-3', fault: 'gap' }])
    expect(checkChain([three], new Map([[two.id, two]]))).toEqual([])
    const other = write('a', one, inspection({ note: '另一个' }))
    expect(
      checkChain(
        [other],
        new Map([
          [one.id, one],
          [two.id, two],
        ]),
      ),
    ).toEqual([{ event: 'a-2', fault: 'fork' }])
  })
})

/** With the sum at its end made right again: what a forger would do. */
function summed(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const body = bytes.subarray(0, bytes.length - 64)
  return Uint8Array.of(...body, ...new TextEncoder().encode(bytesToHex(sha256(body))))
}

describe('a bundle', async () => {
  const photoBytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 31) % 251)
  const hash = bytesToHex(sha256(photoBytes))
  const device: Device = await newDevice()
  const key = await publicKey(device.keys!)
  const photo = { hash, bytes: photoBytes.length, at: '2022-10-31T08:00:00Z', position: null, taken: null }
  const events: LedgerEvent[] = []
  for (let i = 0; i < 5; i++) {
    const body = inspection({ note: `第${i}次`, photos: i === 2 ? [photo] : [] })
    events.push(await sign(write(device.id, events.at(-1) ?? null, body), device))
  }
  const original = async (wanted: string) => (wanted === hash ? new Blob([photoBytes]) : null)
  const blob = await writeBundle(device.id, events, new Map([[device.id, key]]), original, '2022-10-31T18:00:00Z')
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const known = new Map(events.map((event) => [event.id, event]))

  it('arrives whole, twice is as good as once, and its receipt is known by the device', async () => {
    for (const before of [new Map<string, LedgerEvent>(), known]) {
      const read = (await readBundle(blob, before)) as { bundle: Bundle }
      expect(read.bundle.events).toEqual(events)
      expect(new Uint8Array(await (await read.bundle.photo(hash)).arrayBuffer())).toEqual(photoBytes)
      const receipt = JSON.stringify(receiptFor(read.bundle, '2022-10-31T19:00:00Z'))
      expect(readReceipt(receipt, device.id, known)?.photos).toEqual(photosOf(events).map((ref) => ref.hash))
      expect(readReceipt(receipt, 'another', known)).toBeNull()
      expect(readReceipt(receipt.replace('"photos":["', '"photos":["f'), device.id, known)).toBeNull()
      expect(readReceipt(receipt, device.id, new Map())).toBeNull()
    }
  })

  it('is refused with the reason when it is cut, when a photo is missing, or when its events go on from others', async () => {
    expect(await readBundle(blob.slice(0, Math.floor(bytes.length / 2)), new Map())).toEqual({
      faults: [{ fault: 'damaged' }],
    })
    const without = await writeBundle(device.id, events, new Map([[device.id, key]]), async () => null, '')
    const read = await readBundle(without, new Map())
    // Let go after a receipt: not in the manifest either, and so not missing.
    expect('bundle' in read).toBe(true)
    const later = await writeBundle(device.id, events.slice(3), new Map([[device.id, key]]), original, '')
    expect(await readBundle(later, new Map())).toMatchObject({
      faults: [{ fault: 'gap', event: events[3]!.id }],
    })
    const unsigned = events.map((event) => ({ ...event, signature: '' }))
    const forged = await writeBundle(device.id, unsigned, new Map([[device.id, key]]), original, '')
    expect(await readBundle(forged, new Map())).toHaveProperty('faults')
  })

  it('whose sum was made right again passes only with the events and photos that it had', async () => {
    let seed = 11
    for (let i = 0; i < 1500; i++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      const changed = bytes.slice()
      const at = Math.floor((seed / 2 ** 32) * (changed.length - 64))
      changed[at] = changed[at]! ^ (1 + (seed % 255))
      const read = await readBundle(new Blob([summed(changed)]), new Map())
      if (!('bundle' in read)) continue
      // Bytes that say nothing, such as times in the archive, may differ; what arrives may not.
      expect(read.bundle.events).toEqual(events)
      expect(new Uint8Array(await (await read.bundle.photo(hash)).arrayBuffer())).toEqual(photoBytes)
    }
  })

  it('never passes with a byte changed, cut off or put on, ten thousand times', async () => {
    let seed = 7
    const random = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      return Math.floor((seed / 2 ** 32) * below)
    }
    for (let i = 0; i < 10_000; i++) {
      const changed = bytes.slice()
      const at = random(changed.length)
      changed[at] = changed[at]! ^ (1 + random(255))
      const cut = random(4) === 0 ? changed.subarray(0, random(changed.length)) : changed
      expect(await readBundle(new Blob([cut]), new Map())).toHaveProperty('faults')
    }
    expect(await readBundle(new Blob([bytes, '\n']), new Map())).toHaveProperty('faults')
  })

  it('sealed with a passphrase opens with it alone, and never with a byte changed', async () => {
    const sealed = await seal(blob, '咸阳 2022')
    expect([await isSealed(sealed), await isSealed(blob)]).toEqual([true, false])
    const opened = await unseal(sealed, '咸阳 2022')
    expect(new Uint8Array(await opened!.arrayBuffer())).toEqual(bytes)
    expect(await unseal(sealed, '咸阳 2023')).toBeNull()
    const changed = new Uint8Array(await sealed.arrayBuffer())
    changed[changed.length - 40]! ^= 1
    expect(await unseal(new Blob([changed]), '咸阳 2022')).toBeNull()
  })
})
