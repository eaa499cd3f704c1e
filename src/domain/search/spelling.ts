import { pinyin } from 'pinyin-pro'
import { commonForms } from '@/domain/sources/reading/cell'

/** A text prepared for searching: normalised and in lower case, and its pinyin initials. */
export interface SpeltText {
  readonly text: string
  readonly initials: string
}

/** Conversion to pinyin takes quadratic time in the text's length, and nobody types initials of a longer name. */
const LONGEST_SPELT = 200

const HAN = /^\p{Script=Han}$/u
/** A single letter is an initial. */
const LATIN = /^(?=.*[a-z])[a-z\d]{2,}$/

/** Normalises a text or query so that the two can be compared. */
export const normalise = (text: string) => commonForms(text).toLowerCase()

/** Returns a function that prepares texts for searching; each distinct text is converted to pinyin once. */
export function speller(): (text: string) => SpeltText {
  const known = new Map<string, SpeltText>()
  return (text) => {
    const found = known.get(text)
    if (found) return found
    const spelt = text.slice(0, LONGEST_SPELT)
    const initials = pinyin(spelt, { pattern: 'first', toneType: 'none', separator: '', nonZh: 'consecutive' })
    const made = { text: normalise(text), initials: normalise(initials).replace(/\s/g, '') }
    known.set(text, made)
    return made
  }
}

/** Readings by character code, written as on a keyboard (吕 is lv); a letter or digit is read as itself. */
const readings: (readonly string[])[] = []

function readingsAt(text: string, at: number): readonly string[] {
  const code = text.charCodeAt(at)
  const known = readings[code]
  if (known) return known
  const sign = text[at]!
  // All of them: 都 is du in 秦都, which no dictionary of words knows.
  const read = HAN.test(sign) ? pinyin(sign, { multiple: true, toneType: 'none', type: 'array', v: true }) : [sign]
  readings[code] = read
  return read
}

/** Whether a text is read as the word from an index on; the last syllable may be unfinished. */
function isReadAs(word: string, text: string, at: number): boolean {
  if (at === text.length) return false
  for (const read of readingsAt(text, at)) {
    if (read[0] !== word[0]) continue
    if (read.startsWith(word)) return true
    if (word.startsWith(read) && isReadAs(word.slice(read.length), text, at + 1)) return true
  }
  return false
}

/** Index of the first character from which a normalised text is read as a word in pinyin; -1 if nowhere. */
export function pinyinIndexOf(text: string, word: string): number {
  if (!LATIN.test(word)) return -1
  for (let at = 0; at < text.length; at++) if (isReadAs(word, text, at)) return at
  return -1
}
