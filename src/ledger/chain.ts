import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { base32nopad } from '@scure/base'
import { deflateSync, inflateSync } from 'fflate'

/**
 * A file as texts for QR codes, which the alphanumeric mode packs tightly (ISO/IEC 18004): `CT:FILE:I:N:` and a piece in
 * base 32, I counted from 1.
 */
const PART = /^CT:([0-9A-F]{8}):(\d+):(\d+):([A-Z2-7]+)$/
/** Letters of a piece: a code of 85 × 85 modules, which a webcam reads from a tablet's screen. */
const PIECE = 640
const ID_LETTERS = 8
/** More pieces than this nobody shows one after the other. */
export const MOST_PARTS = 200

const idOf = (bytes: Uint8Array) => bytesToHex(sha256(bytes)).slice(0, ID_LETTERS).toUpperCase()

/** Cuts a file into the texts of a chain of QR codes. */
export function chainOf(file: Uint8Array): string[] {
  const id = idOf(file)
  const letters = base32nopad.encode(deflateSync(file, { level: 9 }))
  const count = Math.ceil(letters.length / PIECE)
  return Array.from(
    { length: count },
    (_, i) => `CT:${id}:${i + 1}:${count}:${letters.slice(i * PIECE, (i + 1) * PIECE)}`,
  )
}

/** A chain of codes, the numbers of the records that it carries, and how many are left for the next. */
export interface Chain {
  readonly parts: readonly string[]
  readonly from: number
  readonly upTo: number
  readonly left: number
}

/** The chain of as many of `all` records as can be shown one after the other, at least of one; `chain` cuts that of the first so many. */
export async function mostThatFit(all: number, chain: (count: number) => Promise<string[]>) {
  const whole = await chain(all)
  if (whole.length <= MOST_PARTS || all <= 1) return { count: all, parts: whole }
  let [fits, over] = [{ count: 1, parts: await chain(1) }, all]
  while (over - fits.count > 1) {
    const count = Math.floor((fits.count + over) / 2)
    const parts = await chain(count)
    if (parts.length > MOST_PARTS) over = count
    else fits = { count, parts }
  }
  return fits
}

/** Puts a chain together again from its codes in any order, however often each is seen. */
export class ChainReader {
  private id = ''
  private count = 0
  private readonly parts = new Map<number, string>()

  /** How many codes have been seen, and of how many. */
  get seen(): { readonly have: number; readonly of: number } {
    return { have: this.parts.size, of: this.count }
  }

  /** Takes one code; false where it is none of ours. A code of another chain begins anew. */
  add(text: string): boolean {
    const [, id, number, count, piece] = PART.exec(text) ?? []
    if (!id || !piece || Number(count) > MOST_PARTS) return false
    if (id !== this.id) {
      this.parts.clear()
      this.id = id
      this.count = Number(count)
    }
    this.parts.set(Number(number), piece)
    return true
  }

  /** The file once all codes are there; null before, or where it is not what was cut. */
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
