import type { Check } from './rule'

/**
 * What a check is to another one of the same rows: it asks the same; no row can keep both; or both speak of the same column, and
 * a row must keep the stricter. Null where they have nothing to do with each other.
 */
export type CheckRelation = 'same' | 'contradicts' | 'stricter'

const shared = (one: readonly string[], other: readonly string[]) => one.some((each) => other.includes(each))

export function relationOf(one: Check, other: Check): CheckRelation | null {
  if (one.type === other.type) return relationWithin(one, other)
  const types = [one.type, other.type]
  if (types.includes('all-yes') && types.includes('all-no'))
    return shared(flagsOf(one), flagsOf(other)) ? 'contradicts' : null
  if (types.includes('after-months') && types.includes('all-no'))
    return shared(flagsOf(one), flagsOf(other)) ? 'contradicts' : null
  const [least, most] = one.type === 'at-least' ? [one, other] : [other, one]
  if (least.type === 'at-least' && most.type === 'at-most' && least.field === most.field)
    return least.value > most.value ? 'contradicts' : null
  return null
}

const flagsOf = (check: Check): readonly string[] => ('fields' in check ? check.fields : [])

function relationWithin(one: Check, other: Check): CheckRelation | null {
  if (sameCheck(one, other)) return 'same'
  if ('fields' in one && 'fields' in other) return shared(one.fields, other.fields) ? 'stricter' : null
  if (one.type === 'one-of' && other.type === 'one-of') {
    if (one.field !== other.field) return null
    return shared(one.values, other.values) ? 'stricter' : 'contradicts'
  }
  if (one.type === 'share-at-least' && other.type === 'share-at-least')
    return one.part === other.part && one.whole === other.whole ? 'stricter' : null
  if (one.type === 'done' && other.type === 'done') return one.flag === other.flag ? 'stricter' : null
  return 'field' in one && 'field' in other && one.field === other.field ? 'stricter' : null
}

/** Whether two checks ask the very same; the order of their columns and texts says nothing. */
export function sameCheck(one: Check, other: Check): boolean {
  const plain = (check: Check) =>
    JSON.stringify(
      Object.entries(check)
        .map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    )
  return plain(one) === plain(other)
}
