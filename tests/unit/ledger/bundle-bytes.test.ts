import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { NO_HELD_RECORDS, readBundle } from '@/ledger/read-bundle'
import { smallBundle } from './small-bundle'

/** Corrects the checksum at the end, as a forger would. */
function summed(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(bytes)
  whole.set(new TextEncoder().encode(bytesToHex(sha256(bytes.subarray(0, -64)))), bytes.length - 64)
  return whole
}

describe('a bundle', () => {
  it('with a corrected checksum is accepted only with the original events and photos', async () => {
    const { bytes, events, hash, photoBytes } = await smallBundle()
    let seed = 11
    for (let i = 0; i < 1500; i++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      const changed = bytes.slice()
      const at = Math.floor((seed / 2 ** 32) * (changed.length - 64))
      changed[at] = changed[at]! ^ (1 + (seed % 255))
      const read = await readBundle(new Blob([summed(changed)]), NO_HELD_RECORDS)
      if (!('bundle' in read)) continue
      // Bytes without a meaning, such as times in the archive, may differ; the contents may not.
      expect(read.bundle.events).toEqual(events)
      expect(new Uint8Array(await (await read.bundle.photo(hash)).arrayBuffer())).toEqual(photoBytes)
    }
  })

  it('is never accepted with a byte changed, cut off or added, in ten thousand attempts', async () => {
    const { bytes } = await smallBundle()
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
      expect(await readBundle(new Blob([cut]), NO_HELD_RECORDS)).toHaveProperty('faults')
    }
    expect(await readBundle(new Blob([bytes, '\n']), NO_HELD_RECORDS)).toHaveProperty('faults')
  })
})
