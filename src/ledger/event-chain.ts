import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { LedgerEvent } from './event'

/** The hash before a device's first event. */
export const NO_HASH = '0'.repeat(64)

/** JSON with sorted keys, so that the same event has the same bytes everywhere. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined)
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
      .join(',')}}`
  }
  return JSON.stringify(value)
}

/** SHA-256 of an event without hash and signature, hexadecimal. */
export function hashOf({ hash: _hash, signature: _signature, ...said }: LedgerEvent): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(said))))
}

/** The next event after the last one of a device, not yet signed. */
export function nextEvent(
  last: LedgerEvent | null,
  { device, at, author, body }: Pick<LedgerEvent, 'device' | 'at' | 'author' | 'body'>,
): LedgerEvent {
  const sequence = (last?.sequence ?? 0) + 1
  const said = { id: `${device}-${sequence}`, device, sequence, at, author, body, before: last?.hash ?? NO_HASH }
  const event: LedgerEvent = { ...said, hash: '', signature: '' }
  return { ...event, hash: hashOf(event) }
}
