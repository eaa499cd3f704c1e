import type { Check } from './rule'

/**
 * How two checks on the same rows relate: they require the same; no row can meet both; or both concern the same column,
 * and a row must meet the stricter. Null if they are unrelated.
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

/** Whether two checks require exactly the same; the order of columns and texts does not matter. */
export function sameCheck(one: Check, other: Check): boolean {
  const plain = (check: Check) =>
    JSON.stringify(
      Object.entries(check)
        .map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    )
  return plain(one) === plain(other)
}

/** What a check requires of which columns, without its threshold, day or interval. */
function wantsOf(check: Check): readonly string[] {
  switch (check.type) {
    case 'all-yes':
    case 'after-months':
      return check.fields.map((field) => `yes ${field}`)
    case 'all-no':
      return check.fields.map((field) => `no ${field}`)
    case 'present':
      return check.fields.map((field) => `text ${field}`)
    case 'one-of':
      return [`text ${check.field}`]
    case 'at-least':
    case 'at-most':
      return [`${check.type} ${check.field}`]
    case 'share-at-least':
      return [`share ${check.part} ${check.whole}`]
    case 'done':
      return [`yes ${check.flag}`, `day ${check.day}`]
    case 'not-before':
    case 'this-month':
    case 'this-quarter':
    case 'max-age':
      return [`day ${check.field}`]
  }
}

/**
 * The part of a replaced check (`before`) that its successor (`now`) still requires, more strictly or more mildly; null
 * if it requires something else. Of several flags or texts, those that both require; for a figure, the same column and
 * direction; for work to be done once or repeatedly, the same day column or flag.
 */
export function stillRequired(before: Check, now: Check): Check | null {
  const wanted = wantsOf(now)
  const wants = wantsOf(before)
  const kept = wants.filter((want) => wanted.includes(want))
  if (kept.length === 0) return null
  return 'fields' in before ? { ...before, fields: before.fields.filter((_, i) => kept.includes(wants[i]!)) } : before
}
