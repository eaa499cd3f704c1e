import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { writeBundle } from '@/ledger/bundle'
import { type Device, signEvent } from '@/ledger/device'
import type { EventBody, Inspection, LedgerEvent } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import type { PhotoRef } from '@/ledger/references'
import { publicKey } from '@/ledger/signature'

export const target = { kind: 'stockpile', code: 'DC-1', name: '煤堆' } as const

export const inspection = (change: Partial<Inspection> = {}): Inspection => ({
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

/** The event after the last one of a device, unsigned. */
export const write = (device: string, last: LedgerEvent | null, body: EventBody, at = '2022-10-31T08:00:00Z') =>
  nextEvent(last, { device, at, author: '张三', body })

/** Consecutive events of a device, signed if it has a key. */
export async function chainOf(device: Device, bodies: readonly EventBody[], after: LedgerEvent | null = null) {
  const events: LedgerEvent[] = []
  for (const body of bodies) events.push(await signEvent(write(device.id, events.at(-1) ?? after, body), device))
  return events
}

/** A photo with some bytes. */
export function photoOf(seed: number) {
  const bytes = Uint8Array.from({ length: 500 }, (_, i) => (i * seed) % 251)
  const hash = bytesToHex(sha256(bytes))
  const ref: PhotoRef = { hash, bytes: bytes.length, at: '2022-10-31T08:00:00Z', position: null, taken: null }
  return { ref, bytes, blob: new Blob([bytes]) }
}

/** A bundle as a tablet writes it. */
export async function bundleOf(
  device: Device,
  events: readonly LedgerEvent[],
  { keys = true, photos = [] }: { keys?: boolean; photos?: readonly ReturnType<typeof photoOf>[] } = {},
): Promise<Blob> {
  const own: [string, Uint8Array][] = device.keys && keys ? [[device.id, await publicKey(device.keys)]] : []
  const original = async (hash: string) => photos.find(({ ref }) => ref.hash === hash)?.blob ?? null
  return writeBundle({ device: device.id, events, keys: new Map(own), photo: original, made: '2022-10-31T18:00:00Z' })
}
