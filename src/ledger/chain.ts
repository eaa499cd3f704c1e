import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { base32nopad } from '@scure/base'
import { deflateSync, inflateSync } from 'fflate'

/**
 * A file as texts for QR codes, in characters that the alphanumeric mode encodes compactly (ISO/IEC 18004):
 * `CT:FILE:I:N:` followed by a piece in base 32; I counts from 1.
 */
const PART = /^CT:([0-9A-F]{8}):(\d+):(\d+):([A-Z2-7]+)$/
/** Characters per piece: gives a code of 85 × 85 modules, which a webcam can read from a tablet's screen. */
const PIECE = 640
const ID_LETTERS = 8
/** Nobody shows more pieces than this one after the other. */
export const MAX_PARTS = 200

const idOf = (bytes: Uint8Array) => bytesToHex(sha256(bytes)).slice(0, ID_LETTERS).toUpperCase()

/** Splits a file into the texts of a chain of QR codes. */
export function chainOf(file: Uint8Array): string[] {
  const id = idOf(file)
  const letters = base32nopad.encode(deflateSync(file, { level: 9 }))
  const count = Math.ceil(letters.length / PIECE)
  return Array.from(
    { length: count },
    (_, i) => `CT:${id}:${i + 1}:${count}:${letters.slice(i * PIECE, (i + 1) * PIECE)}`,
  )
}

/** A chain of codes, the range of record numbers it carries, and how many records are left for the next chain. */
export interface Chain {
  readonly parts: readonly string[]
  readonly from: number
  readonly upTo: number
  readonly left: number
}

/**
 * Finds the largest number of the `all` records (at least one) whose chain has at most {@link MAX_PARTS} codes.
 * `chain` encodes the first `count` records.
 */
export async function recordsThatFit(all: number, chain: (count: number) => Promise<string[]>) {
  const whole = await chain(all)
  if (whole.length <= MAX_PARTS || all <= 1) return { count: all, parts: whole }
  let [fits, over] = [{ count: 1, parts: await chain(1) }, all]
  while (over - fits.count > 1) {
    const count = Math.floor((fits.count + over) / 2)
    const parts = await chain(count)
    if (parts.length > MAX_PARTS) over = count
    else fits = { count, parts }
  }
  return fits
}

/** Reassembles a chain from its codes, in any order and with duplicates. */
export class ChainReader {
  private id = ''
  private count = 0
  private readonly parts = new Map<number, string>()

  /** Number of codes seen so far, and of codes in the chain. */
  get seen(): { readonly have: number; readonly of: number } {
    return { have: this.parts.size, of: this.count }
  }

  /** Adds one code; returns false if it is not one of ours. A code of another chain starts over. */
  add(text: string): boolean {
    const [, id, number, count, piece] = PART.exec(text) ?? []
    if (!id || !piece || Number(count) > MAX_PARTS) return false
    if (id !== this.id) {
      this.parts.clear()
      this.id = id
      this.count = Number(count)
    }
    this.parts.set(Number(number), piece)
    return true
  }

  /** The file once all codes are present; null before that, or if the result does not match its hash. */
  file(): Uint8Array<ArrayBuffer> | null {
    if (this.count === 0 || this.parts.size < this.count) return null
    try {
      const letters = Array.from({ length: this.count }, (_, i) => this.parts.get(i + 1) ?? '').join('')
      const file = inflateSync(base32nopad.decode(letters)) as Uint8Array<ArrayBuffer>
      return idOf(file) === this.id ? file : null
    } catch {
      return null
    }
  }
}
