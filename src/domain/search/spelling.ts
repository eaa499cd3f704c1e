import { pinyin } from 'pinyin-pro'
import { commonForms } from '@/domain/sources/reading/cell'

/** A text prepared for searching: normalised and in lower case, and its pinyin initials. */
export interface SpeltText {
  readonly text: string
  readonly initials: string
}

/** Conversion to pinyin takes quadratic time in the text's length, and nobody types initials of a longer name. */
const LONGEST_SPELT = 200

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
