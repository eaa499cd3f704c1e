import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { writeBundle } from '@/ledger/bundle'
import { eventsById, type LedgerEvent } from '@/ledger/event'
import { type Bundle, NO_HELD_RECORDS, readBundle } from '@/ledger/read-bundle'
import { isSealed, seal, unseal } from '@/ledger/seal'
import { QUICK_LOG_N, smallBundle } from './small-bundle'

describe('a bundle', () => {
  it('arrives complete, and importing it twice equals importing it once', async () => {
    const { blob, events, hash, photoBytes } = await smallBundle()
    for (const before of [new Map<string, LedgerEvent>(), eventsById(events)]) {
      const read = (await readBundle(blob, { ...NO_HELD_RECORDS, events: before })) as { bundle: Bundle }
      expect(read.bundle.events).toEqual(events)
      expect(new Uint8Array(await (await read.bundle.photo(hash)).arrayBuffer())).toEqual(photoBytes)
    }
  })

  it('is a zip whose comment is the checksum of everything before it (APPNOTE 4.3.16)', async () => {
    const { blob, bytes } = await smallBundle()
    const end = new DataView(bytes.buffer, bytes.length - 64 - 22)
    expect([end.getUint32(0, true), end.getUint16(20, true)]).toEqual([0x06054b50, 64])
    expect(new TextDecoder().decode(bytes.slice(-64))).toBe(bytesToHex(sha256(bytes.slice(0, -64))))
    expect(blob.type).toBe('application/zip')
  })

  it('is refused with the reason if it is cut off, lacks a photo, or continues from other events', async () => {
    const { blob, bytes, device, events, keys, original } = await smallBundle()
    expect(await readBundle(blob.slice(0, Math.floor(bytes.length / 2)), NO_HELD_RECORDS)).toMatchObject({
      faults: [{ fault: 'damaged' }],
    })
    // A receipt chosen by mistake is not reported as damaged.
    expect(await readBundle(new Blob(['{"format":"chentu-receipt-2"}'.padEnd(200)]), NO_HELD_RECORDS)).toMatchObject({
      faults: [{ fault: 'unreadable' }],
    })
    const without = await writeBundle({ device: device.id, events, keys, made: '' })
    const read = await readBundle(without, NO_HELD_RECORDS)
    // Released after a receipt: no longer in the manifest, and thus not missing.
    expect('bundle' in read).toBe(true)
    const later = await writeBundle({ device: device.id, events: events.slice(3), keys, photo: original, made: '' })
    expect(await readBundle(later, NO_HELD_RECORDS)).toMatchObject({
      faults: [{ fault: 'gap', event: events[3]!.id }],
    })
    const unsigned = events.map((event) => ({ ...event, signature: '' }))
    const forged = await writeBundle({ device: device.id, events: unsigned, keys, photo: original, made: '' })
    expect(await readBundle(forged, NO_HELD_RECORDS)).toHaveProperty('faults')
  })

  it('sealed with a passphrase is an age file with N = 2^18, which opens', async () => {
    const { blob, bytes } = await smallBundle()
    const sealed = await seal(blob, '咸阳 2022')
    // age-encryption.org/v1: an scrypt stanza states its salt and its work factor.
    expect(await sealed.slice(0, 100).text()).toMatch(/^age-encryption\.org\/v1\n-> scrypt [\w+/]{22} 18\n/)
    const opened = await unseal(sealed, '咸阳 2022')
    expect(new Uint8Array(await opened!.arrayBuffer())).toEqual(bytes)
  })

  it('sealed with a passphrase opens only with that, and never with a byte changed', async () => {
    const { blob, bytes } = await smallBundle()
    const sealed = await seal(blob, '咸阳 2022', QUICK_LOG_N)
    expect([await isSealed(sealed), await isSealed(blob)]).toEqual([true, false])
    const opened = await unseal(sealed, '咸阳 2022')
    expect(new Uint8Array(await opened!.arrayBuffer())).toEqual(bytes)
    expect(await unseal(sealed, '咸阳 2023')).toBeNull()
    const changed = new Uint8Array(await sealed.arrayBuffer())
    changed[changed.length - 40]! ^= 1
    expect(await unseal(new Blob([changed]), '咸阳 2022')).toBeNull()
  })
})
