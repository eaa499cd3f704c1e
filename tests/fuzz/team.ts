import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { writeBundle } from '@/ledger/bundle'
import { newDevice, signEvent } from '@/ledger/device'
import type { LedgerEvent } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import { publicKey } from '@/ledger/signature'
import { PHOTO } from '../browser/field-work'

const AT = '2022-10-31T08:00:00.000Z'
/** Number of photos of a found source. */
const PHOTOS = 3

/** A simulated field team: it finds sources, and hands over everything that it has ever found. */
export async function fieldTeam() {
  const device = await newDevice()
  const key = await publicKey(device.keys!)
  const events: LedgerEvent[] = []
  const photos = new Map<string, Blob>()
  return {
    /** Records a found source with its own photos; returns the bundle and the ids of the events in it. */
    async bundle(note: string): Promise<{ bytes: Buffer; events: readonly string[] }> {
      const taken = Array.from({ length: PHOTOS }, (_, i) => {
        const bytes = new Uint8Array(Buffer.concat([PHOTO, Buffer.from(`${device.id} ${note} ${i}`)]))
        const hash = bytesToHex(sha256(bytes))
        photos.set(hash, new Blob([bytes]))
        return { hash, bytes: bytes.length, at: AT, position: null, taken: null }
      })
      const found = nextEvent(events.at(-1) ?? null, {
        device: device.id,
        at: AT,
        author: '张三',
        body: {
          type: 'discovery',
          target: { kind: 'stockpile', code: `X-${events.length + 1}`, name: note },
          position: [108.7, 34.3],
          accuracyMetres: 8,
          outline: [],
          note,
          photos: taken,
        },
      })
      events.push(await signEvent(found, device))
      const photo = async (hash: string) => photos.get(hash) ?? null
      const bundle = await writeBundle({
        device: device.id,
        events,
        keys: new Map([[device.id, key]]),
        photo,
        made: AT,
      })
      return { bytes: Buffer.from(await bundle.arrayBuffer()), events: events.map(({ id }) => id) }
    },
  }
}
