import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** A file up to this size is loaded into memory for hashing. */
const MAX_HELD_BYTES = 1 << 27

/**
 * SHA-256 of a file in hexadecimal. The browser's own implementation is five times as fast, but is missing over plain
 * HTTP and needs the data in memory; larger files are hashed piece by piece.
 */
export async function blobHash(file: Blob): Promise<string> {
  if (globalThis.crypto?.subtle && file.size <= MAX_HELD_BYTES)
    return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())))
  const hash = sha256.create()
  const reader = file.stream().getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return bytesToHex(hash.digest())
    hash.update(value)
  }
}
