import { pinyin } from 'pinyin-pro'
import { commonForms } from '@/domain/sources/reading/cell'

/** A text as it is searched: in common forms and small letters, and the initials of its pinyin. */
export interface SpeltText {
  readonly text: string
  readonly initials: string
}

/** Pinyin takes time by the square of a text's length, and nobody types initials of a longer name. */
const LONGEST_SPELT = 200

/** A text, or what was typed, in the form in which the two are compared. */
export const plain = (text: string) => commonForms(text).toLowerCase()

/** Spells texts; each distinct one is turned into pinyin once. */
export function speller(): (text: string) => SpeltText {
  const known = new Map<string, SpeltText>()
  return (text) => {
    const found = known.get(text)
    if (found) return found
    const spelt = text.slice(0, LONGEST_SPELT)
    const initials = pinyin(spelt, { pattern: 'first', toneType: 'none', separator: '', nonZh: 'consecutive' })
    const made = { text: plain(text), initials: plain(initials).replace(/\s/g, '') }
    known.set(text, made)
    return made
  }
}
