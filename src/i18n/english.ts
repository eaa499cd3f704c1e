import { en } from './en'
import { singularEn } from './singular.en'

type Texts = { readonly [key: string]: string | Texts }

/** Merges the texts of another tree into a tree. */
function besides(texts: Texts, more: Texts): Texts {
  const added = Object.entries(more).map(([key, value]) => {
    const known = texts[key]
    return [key, typeof value === 'object' && typeof known === 'object' ? besides(known, value) : value]
  })
  return { ...texts, ...Object.fromEntries(added) }
}

/** The English texts, with those for a count of one. */
export const english = besides(en, singularEn)
