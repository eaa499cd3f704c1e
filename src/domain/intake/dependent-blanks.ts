import { grouped } from '@/domain/grouped'
import type { Rule } from '@/domain/rules/rule'
import { fieldNameByMeaning, type Kind } from '@/domain/sources/kinds/kind'
import type { Meaning } from '@/domain/sources/kinds/meaning'
import { type Table, valueAt } from '@/domain/table/column'
import { keysOf } from './merge'

/**
 * A field whose blank cell says something: always, where the file says no to another field, or where that has a later
 * day than before.
 */
type Dependent = { readonly field: string } & (
  | { readonly when: 'always' }
  | { readonly when: 'no' | 'later'; readonly on: string }
)

/** Days that belong to an inspection or to a found problem: of a later one, a blank cell says that there is none. */
const OF_INSPECTION: readonly (readonly [Meaning, Meaning])[] = [
  ['foundOn', 'inspectedOn'],
  ['rectifyBy', 'inspectedOn'],
  ['rectifyBy', 'foundOn'],
  ['settled', 'reportedOn'],
]

function dependentFields(kind: Kind, rules: readonly Pick<Rule, 'kind' | 'check'>[]): Dependent[] {
  const named = (meaning: Meaning) => fieldNameByMeaning(kind, meaning)
  const pairs = OF_INSPECTION.flatMap(([meaning, on]): Dependent[] => {
    const [field, other] = [named(meaning), named(on)]
    return field !== undefined && other !== undefined ? [{ field, when: 'later', on: other }] : []
  })
  const [done, doneOn] = [named('done'), named('doneOn')]
  if (done !== undefined && doneOn !== undefined) pairs.push({ field: doneOn, when: 'no', on: done })
  for (const { kind: of, check } of rules) {
    if (of !== kind.id) continue
    if (check.type === 'done') pairs.push({ field: check.day, when: 'no', on: check.flag })
    // The day since which something lasts: without one it does not last.
    if (check.type === 'after-months') pairs.push({ field: check.since, when: 'always' })
  }
  return pairs
}

/**
 * Whether a blank cell of a new table belongs to what its row states elsewhere, so that the earlier value must not stay
 * beside it: a day of clearing beside “not cleared”, the deadline of an earlier inspection beside a later one, the day
 * since which works are stopped.
 *
 * @param key Names of the columns by which rows of both tables are matched.
 */
export function dependentBlanks(
  before: Table,
  after: Table,
  key: readonly string[],
  kind: Kind,
  rules: readonly Pick<Rule, 'kind' | 'check'>[],
): (column: string, row: number) => boolean {
  const dependents = grouped(dependentFields(kind, rules), ({ field }) => field)
  if (dependents.size === 0) return () => false
  const rowBefore = new Map(keysOf(before, key).map((each, row) => [each, row]))
  const keys = keysOf(after, key)
  return (column, row) =>
    (dependents.get(column) ?? []).some((each) => {
      if (each.when === 'always') return true
      const stated = valueAt(after, each.on, row)
      if (each.when === 'no') return stated === false
      const same = rowBefore.get(keys[row]!)
      const was = same === undefined ? null : valueAt(before, each.on, same)
      return typeof stated === 'number' && typeof was === 'number' && stated > was
    })
}
