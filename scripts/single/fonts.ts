import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'

/** Rows of GB 2312: symbols, and the 3755 characters of level 1, nearly all that are ever used. */
const SIGNS = [0xa1, 0xa9] as const
const LEVEL_1 = [0xb0, 0xd7] as const

function* rowsOfGb2312([first, last]: readonly [number, number]): Generator<string> {
  const decoder = new TextDecoder('gbk')
  for (let row = first; row <= last; row++)
    for (let place = 0xa1; place <= 0xfe; place++) yield decoder.decode(Uint8Array.of(row, place))
}

/**
 * Characters an office needs: ASCII, symbols and level 1 of GB 2312, and every character of the given texts (the app's
 * and the package's), so that all delivered texts use one font. Browsers draw any other character with system fonts.
 */
export function officeLetters(texts: Iterable<string>): ReadonlySet<number> {
  const letters = new Set<number>()
  const add = (text: string) => {
    for (const letter of text) letters.add(letter.codePointAt(0)!)
  }
  for (let code = 0x20; code < 0x7f; code++) letters.add(code)
  for (const rows of [SIGNS, LEVEL_1]) for (const letter of rowsOfGb2312(rows)) add(letter)
  for (const text of texts) add(text)
  // The decoder's replacement character for unassigned positions.
  letters.delete(0xfffd)
  return letters
}

/** The wanted characters within a `unicode-range` (`U+4e00-4eff,U+20`), in order. */
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

/** Subsets a font file (woff2) to these characters; results are cached, since all of them take half a minute. */
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

/**
 * Subsets the fonts of a style sheet: returns the sheet without font faces that have no wanted character, and the other
 * fonts by name.
 */
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
