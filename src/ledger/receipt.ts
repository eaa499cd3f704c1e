import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from '@/io/zod'
import { hash } from './bundle-schema'
import { canonical, type LedgerEvent } from './event'
import type { Bundle } from './read-bundle'

const receiptSchema = z.strictObject({
  format: z.literal('chentu-receipt-1'),
  bundle: hash,
  device: z.string(),
  at: z.string(),
  /** Hash of each event that the office holds, by id. */
  events: z.record(z.string(), hash),
  photos: z.array(hash),
  /** SHA-256 of all above. */
  sum: hash,
})
export type Receipt = z.infer<typeof receiptSchema>

const sumOf = (said: Omit<Receipt, 'sum'>) => bytesToHex(sha256(utf8ToBytes(canonical(said))))

/** What the office gives back: all that it holds of a bundle. */
export function receiptFor(
  { hash: bundle, device, events, photos }: Pick<Bundle, 'hash' | 'device' | 'events' | 'photos'>,
  at: string,
): Receipt {
  const said = {
    format: 'chentu-receipt-1' as const,
    bundle,
    device,
    at,
    events: Object.fromEntries(events.map((event) => [event.id, event.hash])),
    photos: [...photos],
  }
  return { ...said, sum: sumOf(said) }
}

/** Reads a receipt and compares it with what this device holds; null where it is damaged, another's, or names other events. */
export function readReceipt(json: string, device: string, own: ReadonlyMap<string, LedgerEvent>): Receipt | null {
  try {
    const receipt = receiptSchema.parse(JSON.parse(json))
    const { sum, ...said } = receipt
    if (sum !== sumOf(said) || receipt.device !== device) return null
    const same = Object.entries(receipt.events).every(([id, eventHash]) => own.get(id)?.hash === eventHash)
    return same ? receipt : null
  } catch {
    return null
  }
}
