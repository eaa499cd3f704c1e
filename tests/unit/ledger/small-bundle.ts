import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { writeBundle } from '@/ledger/bundle'
import { newDevice, signEvent } from '@/ledger/device'
import type { LedgerEvent } from '@/ledger/event'
import { publicKey } from '@/ledger/signature'
import { inspection, write } from './records'

/** Work factor of a seal where the factor is not what is tested: 2^18 takes seconds. */
export const QUICK_LOG_N = 4

const PHOTO_BYTES = Uint8Array.from({ length: 5000 }, (_, i) => (i * 31) % 251)

/** A bundle of five events and a photo, with its contents. */
async function make() {
  const hash = bytesToHex(sha256(PHOTO_BYTES))
  const device = await newDevice()
  const keys = new Map([[device.id, await publicKey(device.keys!)]])
  const photo = { hash, bytes: PHOTO_BYTES.length, at: '2022-10-31T08:00:00Z', position: null, taken: null }
  const events: LedgerEvent[] = []
  for (let i = 0; i < 5; i++) {
    const body = inspection({ note: `第${i}次`, photos: i === 2 ? [photo] : [] })
    events.push(await signEvent(write(device.id, events.at(-1) ?? null, body), device))
  }
  const original = async (wanted: string) => (wanted === hash ? new Blob([PHOTO_BYTES]) : null)
  const blob = await writeBundle({ device: device.id, events, keys, photo: original, made: '2022-10-31T18:00:00Z' })
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return { device, keys, hash, photoBytes: PHOTO_BYTES, events, original, blob, bytes }
}

let made: ReturnType<typeof make> | null = null

/** The bundle, made on first use, so that the test that uses it covers how it is made. */
export const smallBundle = () => {
  made ??= make()
  return made
}
