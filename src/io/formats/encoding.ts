import { nextTask } from './next-task'

/** Encodings in which Chinese offices save tables. GB18030 includes GBK and GB 2312. */
export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** The detected encoding of a file. */
export interface EncodingFinding {
  readonly encoding: Encoding
  /**
   * The deciding evidence: a byte order mark, bytes valid only in this encoding, zero bytes, the fewest faults, or the
   * user's choice.
   */
  readonly evidence: 'mark' | 'ascii' | 'valid' | 'zeros' | 'fewest-faults' | 'chosen'
  /** Number of places that cannot be decoded. */
  readonly faults: number
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
]

/** Chinese text in UTF-16 has zero bytes only in commas, digits and line ends. */
const ZEROS_OF_UTF16 = 0.02
/** UTF-8 with a few broken bytes still consists mostly of valid characters; GBK read as UTF-8 is nearly all faults. */
const FAULTS_OF_UTF8 = 0.05

const FAULT = /\ufffd/g
const BEYOND_ASCII = /[^\0-\x7f]/g

/** A file up to this size is read at once: each request for a part of a file takes a millisecond or more. */
const MAX_HELD_BYTES = 1 << 20

/** A file, or its bytes if they are in memory already. */
export type Source = Blob | Uint8Array<ArrayBuffer>

const isHeld = (source: Source): source is Uint8Array<ArrayBuffer> => ArrayBuffer.isView(source)

/** The bytes of a small file; a large one unchanged. */
export async function heldIfSmall(source: Source): Promise<Source> {
  return isHeld(source) || source.size > MAX_HELD_BYTES ? source : new Uint8Array(await source.arrayBuffer())
}

/** Detects a file's encoding from all of its bytes: a file may be plain ASCII up to its last line. */
export async function findEncoding(file: Source, signal?: AbortSignal): Promise<EncodingFinding> {
  const source = await heldIfSmall(file)
  const head = isHeld(source) ? source.subarray(0, 4) : new Uint8Array(await source.slice(0, 4).arrayBuffer())
  for (const [encoding, mark] of MARKS) {
    if (mark.every((byte, i) => head[i] === byte))
      return { encoding, evidence: 'mark', faults: (await lenient(source, encoding, signal)).faults }
  }
  const strict = await strictUtf8(source, signal)
  if (strict) return { encoding: 'utf-8', evidence: strict, faults: 0 }
  const zeros = await countZeros(source, signal)
  if (zeros.odd > ZEROS_OF_UTF16 && zeros.odd > zeros.even * 4)
    return { encoding: 'utf-16le', evidence: 'zeros', faults: 0 }
  if (zeros.even > ZEROS_OF_UTF16 && zeros.even > zeros.odd * 4)
    return { encoding: 'utf-16be', evidence: 'zeros', faults: 0 }
  const utf8 = await lenient(source, 'utf-8', signal)
  const gb = await lenient(source, 'gb18030', signal)
  if (gb.faults === 0) return { encoding: 'gb18030', evidence: 'valid', faults: 0 }
  return utf8.faults < utf8.beyondAscii * FAULTS_OF_UTF8
    ? { encoding: 'utf-8', evidence: 'fewest-faults', faults: utf8.faults }
    : { encoding: 'gb18030', evidence: 'fewest-faults', faults: gb.faults }
}

/** The encoding that the user chose; only counts the places that cannot be decoded. */
export async function chosenEncoding(blob: Blob, encoding: Encoding, signal?: AbortSignal): Promise<EncodingFinding> {
  return { encoding, evidence: 'chosen', faults: (await lenient(blob, encoding, signal)).faults }
}

/** Bytes processed between two pauses in which a cancel can arrive; some engines return a whole file at once. */
const BYTES_AT_ONCE = 1 << 17

async function* chunks(source: Source, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  if (isHeld(source)) {
    yield* slices(source, signal)
    return
  }
  const reader = source.stream().getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield* slices(value, signal)
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

async function* slices(bytes: Uint8Array, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE) {
    await nextTask()
    signal?.throwIfAborted()
    yield bytes.subarray(at, at + BYTES_AT_ONCE)
  }
}

const LAST_ASCII = 0x7f

/** Faster than decoding: the rows of a large export are often plain ASCII below a Chinese heading. */
function isAscii(bytes: Uint8Array): boolean {
  let all = 0
  for (let i = 0; i < bytes.length; i++) all |= bytes[i]!
  return all <= LAST_ASCII
}

/** Whether all bytes are valid UTF-8, and whether any is beyond ASCII; zero bytes indicate another encoding. */
async function strictUtf8(source: Source, signal?: AbortSignal): Promise<'ascii' | 'valid' | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let [bytes, units] = [0, 0]
  // A chunk may end within a character, whose rest the decoder then expects.
  let endsWhole = true
  try {
    for await (const chunk of chunks(source, signal)) {
      if (chunk.includes(0)) return null
      bytes += chunk.length
      if (endsWhole && isAscii(chunk)) units += chunk.length
      else {
        units += decoder.decode(chunk, { stream: true }).length
        endsWhole = chunk.at(-1)! <= LAST_ASCII
      }
    }
    units += decoder.decode().length
  } catch (error) {
    if (signal?.aborted) throw error
    return error instanceof TypeError ? null : Promise.reject(error)
  }
  return bytes === units ? 'ascii' : 'valid'
}

async function countZeros(source: Source, signal?: AbortSignal): Promise<{ even: number; odd: number }> {
  const counts = { even: 0, odd: 0 }
  let at = 0
  for await (const chunk of chunks(source, signal)) {
    for (let i = 0; i < chunk.length; i++) if (chunk[i] === 0) counts[(at + i) % 2 === 0 ? 'even' : 'odd']++
    at += chunk.length
  }
  const half = Math.max(1, at / 2)
  return { even: counts.even / half, odd: counts.odd / half }
}

async function lenient(source: Source, encoding: Encoding, signal?: AbortSignal) {
  let [faults, beyondAscii] = [0, 0]
  for await (const { text } of decoded(source, encoding, signal)) {
    faults += text.match(FAULT)?.length ?? 0
    beyondAscii += text.match(BEYOND_ASCII)?.length ?? 0
  }
  return { faults, beyondAscii }
}

/** A piece of a file's text, and the bytes read up to its end. */
export interface TextPiece {
  readonly text: string
  readonly consumed: number
}

/** A file's text in pieces, without a byte order mark; undecodable bytes become U+FFFD. */
export async function* decoded(source: Source, encoding: Encoding, signal?: AbortSignal): AsyncGenerator<TextPiece> {
  const decoder = new TextDecoder(encoding)
  let first = true
  let consumed = 0
  for await (const chunk of chunks(source, signal)) {
    let text = decoder.decode(chunk, { stream: true })
    // GB18030 can have a byte order mark too, which the decoder does not remove.
    if (first && text.startsWith('\ufeff')) text = text.slice(1)
    if (text !== '') first = false
    consumed += chunk.length
    yield { text, consumed }
  }
  yield { text: decoder.decode(), consumed }
}

/** The whole text of a file that fits into memory. */
export async function wholeText(source: Source, encoding: Encoding, signal?: AbortSignal): Promise<string> {
  let whole = ''
  for await (const { text } of decoded(source, encoding, signal)) whole += text
  return whole
}

/** The whole text of a small file, in its detected encoding. */
export async function readText(file: Source): Promise<string> {
  const source = await heldIfSmall(file)
  const { encoding } = await findEncoding(source)
  return wholeText(source, encoding)
}
