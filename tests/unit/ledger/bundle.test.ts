import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { writeBundle } from '@/ledger/bundle'
import { type Device, newDevice, sign } from '@/ledger/device'
import { byId, type LedgerEvent } from '@/ledger/event'
import { type Bundle, NOTHING_HELD, readBundle } from '@/ledger/read-bundle'
import { isSealed, seal, unseal } from '@/ledger/seal'
import { publicKey } from '@/ledger/signature'
import { inspection, write } from './records'

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
  const known = byId(events)

  it('arrives whole, and twice is as good as once', async () => {
    for (const before of [new Map<string, LedgerEvent>(), known]) {
      const read = (await readBundle(blob, { ...NOTHING_HELD, events: before })) as { bundle: Bundle }
      expect(read.bundle.events).toEqual(events)
      expect(new Uint8Array(await (await read.bundle.photo(hash)).arrayBuffer())).toEqual(photoBytes)
    }
  })

  it('is refused with the reason when it is cut, when a photo is missing, or when its events go on from others', async () => {
    expect(await readBundle(blob.slice(0, Math.floor(bytes.length / 2)), NOTHING_HELD)).toMatchObject({
      faults: [{ fault: 'damaged' }],
    })
    // A receipt that somebody chose by mistake was not damaged on its way.
    expect(await readBundle(new Blob(['{"format":"chentu-receipt-2"}'.padEnd(200)]), NOTHING_HELD)).toMatchObject({
      faults: [{ fault: 'unreadable' }],
    })
    const without = await writeBundle(device.id, events, new Map([[device.id, key]]), async () => null, '')
    const read = await readBundle(without, NOTHING_HELD)
    // Let go after a receipt: not in the manifest either, and so not missing.
    expect('bundle' in read).toBe(true)
    const later = await writeBundle(device.id, events.slice(3), new Map([[device.id, key]]), original, '')
    expect(await readBundle(later, NOTHING_HELD)).toMatchObject({
      faults: [{ fault: 'gap', event: events[3]!.id }],
    })
    const unsigned = events.map((event) => ({ ...event, signature: '' }))
    const forged = await writeBundle(device.id, unsigned, new Map([[device.id, key]]), original, '')
    expect(await readBundle(forged, NOTHING_HELD)).toHaveProperty('faults')
  })

  it('whose sum was made right again passes only with the events and photos that it had', async () => {
    let seed = 11
    for (let i = 0; i < 1500; i++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      const changed = bytes.slice()
      const at = Math.floor((seed / 2 ** 32) * (changed.length - 64))
      changed[at] = changed[at]! ^ (1 + (seed % 255))
      const read = await readBundle(new Blob([summed(changed)]), NOTHING_HELD)
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
      expect(await readBundle(new Blob([cut]), NOTHING_HELD)).toHaveProperty('faults')
    }
    expect(await readBundle(new Blob([bytes, '\n']), NOTHING_HELD)).toHaveProperty('faults')
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
