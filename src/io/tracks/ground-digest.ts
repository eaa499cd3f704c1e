import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { PlainGround } from '@/domain/trucks/plain-ground'

/** Increment when tracks are judged, or trips counted, differently with the same lists and settings. */
const JUDGED_AS = 2

/**
 * A digest that differs for different lists of places, banned lines or settings; except for the least evidence on a
 * county's month, which affects neither how tracks are judged nor how trips are counted.
 */
export function groundDigest({ settings, places: { role, lon, lat, metres }, bans }: PlainGround): string {
  const { evidence: _, ...judging } = settings
  const hash = sha256.create()
  hash.update(utf8ToBytes(JSON.stringify([JUDGED_AS, judging, bans.map(({ ban, lines }) => [ban.id, lines.length])])))
  const columns = [role, lon, lat, metres, ...bans.flatMap(({ lines }) => lines)]
  for (const { buffer, byteOffset, byteLength } of columns) hash.update(new Uint8Array(buffer, byteOffset, byteLength))
  return bytesToHex(hash.digest())
}
