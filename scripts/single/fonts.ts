import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'

/** Rows of GB 2312: signs, and the 3755 letters of level 1, which are nearly all that is ever written. */
const SIGNS = [0xa1, 0xa9] as const
const LEVEL_1 = [0xb0, 0xd7] as const

function* rowsOfGb2312([first, last]: readonly [number, number]): Generator<string> {
  const decoder = new TextDecoder('gbk')
  for (let row = first; row <= last; row++)
    for (let place = 0xa1; place <= 0xfe; place++) yield decoder.decode(Uint8Array.of(row, place))
}

/**
 * The letters that an office needs: ASCII, level 1 of GB 2312 with its signs, and every letter of the given texts (the app's own
 * and the package's), so that what is delivered is all in one font. A browser draws any other from the fonts of its system.
 */
export function officeLetters(texts: Iterable<string>): ReadonlySet<number> {
  const letters = new Set<number>()
  const add = (text: string) => {
    for (const letter of text) letters.add(letter.codePointAt(0)!)
  }
  for (let code = 0x20; code < 0x7f; code++) letters.add(code)
  for (const rows of [SIGNS, LEVEL_1]) for (const letter of rowsOfGb2312(rows)) add(letter)
  for (const text of texts) add(text)
  // What the decoder gives for an empty place.
  letters.delete(0xfffd)
  return letters
}

/** The letters of a `unicode-range` (`U+4e00-4eff,U+20`) that are wanted, in order. */
function lettersIn(range: string, wanted: ReadonlySet<number>): string {
  const found: number[] = []
  for (const part of range.split(',')) {
    const [from = 0, to = from] = part
      .trim()
      .slice(2)
      .split('-')
      .map((code) => Number.parseInt(code, 16))
    for (let letter = from; letter <= to; letter++) if (wanted.has(letter)) found.push(letter)
  }
  return String.fromCodePoint(...found)
}

const CACHE = 'node_modules/.cache/chentu/fonts'

/** A part of a font (woff2) with these letters only; what was cut before is kept, since all of it takes half a minute. */
async function cut(font: Buffer, letters: string): Promise<Buffer> {
  const kept = join(CACHE, `${createHash('sha256').update(font).update(letters).digest('hex')}.woff2`)
  if (existsSync(kept)) return readFileSync(kept)
  const made = await subsetFont(font, letters, { targetFormat: 'woff2' })
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(kept, made)
  return made
}

const FACE = /@font-face\{[^}]*\}/g
const SOURCE = /url\(\.\/([^)]+\.woff2)\)/
const RANGE = /unicode-range:([^;}]+)/

/** Cuts the fonts that a style sheet names to these letters: the sheet without the parts that hold none, and the others by name. */
export async function cutFonts(
  sheet: string,
  wanted: ReadonlySet<number>,
  read: (name: string) => Buffer,
): Promise<{ readonly sheet: string; readonly fonts: ReadonlyMap<string, Buffer> }> {
  const fonts = new Map<string, Buffer>()
  const empty = new Set<string>()
  for (const [face] of sheet.matchAll(FACE)) {
    const [, name] = SOURCE.exec(face) ?? []
    if (!name) continue
    const letters = lettersIn(RANGE.exec(face)?.[1] ?? 'U+0-10FFFF', wanted)
    if (letters === '') empty.add(face)
    else fonts.set(name, await cut(read(name), letters))
  }
  return { sheet: sheet.replace(FACE, (face) => (empty.has(face) ? '' : face)), fonts }
}
