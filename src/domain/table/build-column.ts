import { type Codes, type PackedColumn, packedLength, type TextColumn } from './column'

/** Up to this many distinct texts, a dictionary is always smaller. */
const SMALL_DICTIONARY = 4096
const FIRST_CAPACITY = 1024

interface GrowingArray {
  readonly length: number
  [index: number]: number
  set(values: this, offset?: number): void
  slice(start: number, end: number): this
}

/** A typed array that grows as values are added. */
export class GrowableArray<A extends GrowingArray> {
  private values: A
  length = 0

  constructor(private readonly make: (length: number) => A) {
    this.values = make(FIRST_CAPACITY)
  }

  push(value: number): void {
    if (this.length === this.values.length) this.reserve(this.length + 1)
    this.values[this.length++] = value
  }

  at(index: number): number {
    return this.values[index]!
  }

  /** The array with room for at least `length` values. */
  reserve(length: number): A {
    if (length > this.values.length) {
      const larger = this.make(Math.max(length, this.values.length * 2))
      larger.set(this.values)
      this.values = larger
    }
    return this.values
  }

  /** The pushed values in an array of exact length. */
  finish(): A {
    return this.values.slice(0, this.length)
  }
}

const encoder = new TextEncoder()
/** Most UTF-8 bytes per UTF-16 unit. */
const MAX_BYTES = 3
/** Number of texts encoded at once; calling the encoder for each one takes ten times as long. */
const TEXTS_AT_ONCE = 256

/** Length of a text in UTF-8 bytes. */
function utf8Length(text: string): number {
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    // A surrogate pair makes four bytes, two per half.
    const isHalf = (unit & 0xf800) === 0xd800
    length += unit < 0x80 ? 1 : unit < 0x800 || isHalf ? 2 : 3
  }
  return length
}

/** A surrogate, paired or not. */
const HALF = /[\ud800-\udfff]/
/** An unpaired surrogate; used instead of `toWellFormed`, which Chromium 109 lacks. */
const LONE_HALF = /\p{Surrogate}/gu

/** Packs texts as consecutive UTF-8. */
class Packer {
  private readonly offsets = new GrowableArray((length) => new Uint32Array(length))
  private readonly bytes = new GrowableArray((length) => new Uint8Array(length))
  private waiting: string[] = []
  private end = 0

  constructor() {
    this.offsets.push(0)
  }

  push(text: string): void {
    // An unpaired surrogate at the end could combine with one in the next text.
    const whole = HALF.test(text) ? text.replace(LONE_HALF, '\ufffd') : text
    this.end += utf8Length(whole)
    this.offsets.push(this.end)
    if (this.waiting.push(whole) === TEXTS_AT_ONCE) this.flush()
  }

  private flush(): void {
    const text = this.waiting.join('')
    this.waiting = []
    const room = this.bytes.reserve(this.bytes.length + text.length * MAX_BYTES)
    this.bytes.length += encoder.encodeInto(text, room.subarray(this.bytes.length)).written
  }

  finish(): PackedColumn {
    this.flush()
    return { type: 'packed', offsets: this.offsets.finish(), bytes: this.bytes.finish() }
  }
}

/**
 * Builds a text column value by value: with a dictionary while texts repeat, packed once they do not (a million names
 * as JavaScript strings would take four times the memory).
 */
export class TextBuilder {
  private readonly codes = new GrowableArray((length) => new Uint32Array(length))
  private dictionary = ['']
  private codeOf = new Map([['', 0]])
  private packer: Packer | null = null

  push(text: string): void {
    if (this.packer) {
      this.packer.push(text)
      return
    }
    let code = this.codeOf.get(text)
    if (code === undefined) {
      code = this.dictionary.push(text) - 1
      this.codeOf.set(text, code)
    }
    this.codes.push(code)
    if (this.dictionary.length > SMALL_DICTIONARY && this.dictionary.length * 2 > this.codes.length) this.change()
  }

  private change(): void {
    this.packer = new Packer()
    for (const code of this.codes.finish()) this.packer.push(this.dictionary[code]!)
    this.dictionary = ['']
    this.codeOf = new Map()
  }

  finish(): TextColumn | PackedColumn {
    if (this.packer) return this.packer.finish()
    return { type: 'text', codes: narrow(this.codes.finish(), this.dictionary.length), dictionary: this.dictionary }
  }
}

function narrow(codes: Uint32Array, texts: number): Codes {
  if (texts <= 0x100) return Uint8Array.from(codes)
  return texts <= 0x1_0000 ? Uint16Array.from(codes) : codes
}

/** Builds a text column; the empty text means absent. */
export function textColumn(values: Iterable<string>): TextColumn | PackedColumn {
  const builder = new TextBuilder()
  for (const value of values) builder.push(value)
  return builder.finish()
}

/** A column with the same text in every row. */
export function constantColumn(text: string, length: number): TextColumn {
  return { type: 'text', codes: new Uint8Array(length).fill(text === '' ? 0 : 1), dictionary: ['', text] }
}

/** A text column of `length` rows, all absent. */
export function absentText(length: number): TextColumn {
  return { type: 'text', codes: new Uint8Array(length), dictionary: [''] }
}

/** Concatenates text columns. */
export function joinTexts(columns: readonly (TextColumn | PackedColumn)[]): TextColumn | PackedColumn {
  if (columns.some(({ type }) => type === 'packed')) return joinPacked(columns.map(pack))
  const builder = new TextBuilder()
  for (const column of columns)
    if (column.type === 'text') for (const code of column.codes) builder.push(column.dictionary[code]!)
  return builder.finish()
}

function pack(column: TextColumn | PackedColumn): PackedColumn {
  if (column.type === 'packed') return column
  const texts = column.dictionary.map((text) => encoder.encode(text))
  const offsets = new Uint32Array(column.codes.length + 1)
  column.codes.forEach((code, row) => {
    offsets[row + 1] = offsets[row]! + texts[code]!.length
  })
  const bytes = new Uint8Array(offsets.at(-1)!)
  column.codes.forEach((code, row) => {
    bytes.set(texts[code]!, offsets[row]!)
  })
  return { type: 'packed', offsets, bytes }
}

function joinPacked(columns: readonly PackedColumn[]): PackedColumn {
  const offsets = new Uint32Array(columns.reduce((sum, column) => sum + column.offsets.length - 1, 0) + 1)
  const bytes = new Uint8Array(columns.reduce((sum, column) => sum + packedLength(column), 0))
  let [row, at] = [0, 0]
  for (const column of columns) {
    // The offsets of a part of a larger column do not start at 0.
    const base = column.offsets[0]!
    for (let i = 1; i < column.offsets.length; i++) offsets[++row] = at + column.offsets[i]! - base
    bytes.set(column.bytes.subarray(base, column.offsets.at(-1)), at)
    at += packedLength(column)
  }
  return { type: 'packed', offsets, bytes }
}

/** Rows `from` to `to` (excluded) of a packed column, without copying: the part shares the whole's bytes. */
export function packedPart({ offsets, bytes }: PackedColumn, from: number, to: number): PackedColumn {
  return { type: 'packed', offsets: offsets.subarray(from, to + 1), bytes }
}
