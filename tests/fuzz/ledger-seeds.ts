import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { writeBundle } from '@/ledger/bundle'
import { newDevice, signEvent } from '@/ledger/device'
import type { EventBody, LedgerEvent } from '@/ledger/event'
import { canonical, nextEvent } from '@/ledger/event-chain'
import { NO_HELD_RECORDS, readBundle } from '@/ledger/read-bundle'
import { readReceipt, writeReceipt } from '@/ledger/receipt'
import { newKeys, publicKey } from '@/ledger/signature'

/** What the readers of the seeds for bundle and receipt must know. */
export interface LedgerSeeds {
  readonly bundle: Uint8Array
  readonly receipt: Uint8Array
  readonly device: string
  readonly own: ReadonlyMap<string, LedgerEvent>
}

/** A bundle of one team with a photo, and its receipt. Only this file of the campaign knows the ledger. */
export async function ledgerSeeds(): Promise<LedgerSeeds> {
  const device = await newDevice()
  const keys = new Map([[device.id, await publicKey(device.keys!)]])
  const photo = new Blob([Uint8Array.from({ length: 3000 }, (_, i) => (i * 2654435761) >>> 13)], { type: 'image/jpeg' })
  const hash = bytesToHex(sha256(new Uint8Array(await photo.arrayBuffer())))
  const events: LedgerEvent[] = []
  for (let i = 0; i < 4; i++) {
    const body: EventBody = {
      type: 'inspection',
      target: { kind: 'stockpile', code: `DC-${i}`, name: '煤堆' },
      checklist: '2022-1',
      answers: { covered: 'no' },
      note: '未覆盖',
      rectifyBy: '',
      told: '',
      position: [108.7, 34.3],
      accuracyMetres: 8,
      photos: i === 0 ? [{ hash, bytes: photo.size, at: '2022-10-31T08:00:00Z', position: null, taken: null }] : [],
      supersedes: [],
    }
    const at = `2022-10-31T08:0${i}:00Z`
    events.push(
      await signEvent(nextEvent(events.at(-1) ?? null, { device: device.id, at, author: '张三', body }), device),
    )
  }
  const bundle = new Uint8Array(
    await (
      await writeBundle({ device: device.id, events, keys, photo: async () => photo, made: '2022-10-31' })
    ).arrayBuffer(),
  )
  const read = await readBundle(new Blob([bundle]), NO_HELD_RECORDS)
  if (!('bundle' in read)) throw new Error(`the bundle itself is refused: ${JSON.stringify(read.faults)}`)
  const receipt = await writeReceipt(
    {
      bundle: read.bundle.hash,
      device: device.id,
      at: '2022-11-01T00:00:00Z',
      events: Object.fromEntries(events.map((event) => [event.id, event.hash])),
      photos: [hash],
    },
    await newKeys(),
  )
  return {
    bundle,
    receipt: utf8ToBytes(receipt),
    device: device.id,
    own: new Map(events.map((event) => [event.id, event])),
  }
}

/** The contents read from a bundle, as text; null if it is refused. */
export async function takenOfBundle(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const read = await readBundle(new Blob([bytes]), NO_HELD_RECORDS)
  if (!('bundle' in read)) return null
  const { events, photos, photo } = read.bundle
  const hashes = await Promise.all(
    photos.map(async (hash) => bytesToHex(sha256(new Uint8Array(await (await photo(hash)).arrayBuffer())))),
  )
  return `${events.map((event) => canonical(event)).join('\n')}\n${hashes.join()}`
}

/** The contents read from a receipt, as text; null if it is refused. */
export async function takenOfReceipt(
  bytes: Uint8Array,
  { device, own }: Pick<LedgerSeeds, 'device' | 'own'>,
): Promise<string | null> {
  const receipt = await readReceipt(new TextDecoder().decode(bytes), device, own)
  if (typeof receipt === 'string') return null
  const { signedBy, ...said } = receipt
  return canonical({ ...said, signedBy: signedBy && bytesToHex(signedBy) })
}
