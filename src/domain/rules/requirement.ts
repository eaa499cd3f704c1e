import { type Bilingual, inLanguage } from '@/domain/bilingual'
import { type Kind, kindWithId } from '@/domain/sources/kinds/kind'
import { ABSENT_FLAG, type Table } from '@/domain/table/column'

import { type Check, isAdvisory, type Rule } from './rule'
import { STATUS, type Status } from './status'

/** A requirement that sources are narrowed by: a rule, or one of the several things that it asks (湿法作业 of 六个100%). */
export interface Requirement {
  /** Id of the rule, with the field's name after a slash for one item; links and filters name it so. */
  readonly key: string
  /** Number of the rule. */
  readonly rule: number
  /** Name of the field of the item; null for the rule as a whole. */
  readonly item: string | null
}

/** The fields of a check that are things of their own to be met; none where it asks for one thing only. */
export function itemsOf(check: Check): readonly string[] {
  const isOfSeveral = check.type === 'all-yes' || check.type === 'all-no' || check.type === 'after-months'
  return isOfSeveral && check.fields.length > 1 ? check.fields : []
}

/** Key of a rule, or of one of its items. */
export const requirementKey = (id: string, item: string | null = null) => (item === null ? id : `${id}/${item}`)

/** Which of some rules a key names, and the item of it; null where it names none. An id may have a slash of its own. */
export function ruleOfKey<T extends Pick<Rule, 'id'>>(
  rules: readonly T[],
  key: string,
): [T, item: string | null] | null {
  const whole = rules.findLast(({ id }) => id === key)
  if (whole) return [whole, null]
  const slash = key.lastIndexOf('/')
  const rule = rules.findLast(({ id }) => id === key.slice(0, Math.max(0, slash)))
  return rule ? [rule, key.slice(slash + 1)] : null
}

/** All requirements of a plan in its order, each rule before its items. Hints are none. */
export const requirementsOf = (rules: readonly Rule[]): readonly Requirement[] =>
  rules.flatMap((rule, number) =>
    isAdvisory(rule)
      ? []
      : [null, ...itemsOf(rule.check)].map((item) => ({ key: requirementKey(rule.id, item), rule: number, item })),
  )

/**
 * How the rows of a table stand towards one item of a rule, where the rule itself stands as given: an item that is met is fine
 * even where another one fails, and one that nobody recorded is unknown.
 */
export function itemStatus(check: Check, item: string, table: Table): (row: number, ofRule: Status) => Status {
  const column = table.columns[item]
  if (column?.type !== 'flag') return (_, ofRule) => ofRule
  const met = check.type === 'all-no' ? 0 : 1
  return (row, ofRule) => {
    if (ofRule === STATUS.fine || column.values[row] === met) return STATUS.fine
    return column.values[row] === ABSENT_FLAG ? STATUS.unknown : ofRule
  }
}

/** What words of requirements are made of. */
export interface RequirementNames {
  readonly rules: readonly (Pick<Rule, 'kind'> & { readonly title: Bilingual })[]
  readonly kinds: readonly Kind[]
}

/** What a kind calls one of its fields. */
export function nameOfField(kinds: readonly Kind[], kind: string, name: string, language: string): string {
  const field = kindWithId(kinds, kind)?.fields.find((each) => each.name === name)
  return field ? inLanguage(field.title, language) : name
}

/** The items of a rule by name: what the kind calls their fields. */
export function itemNames(
  { rules, kinds }: RequirementNames,
  rule: number,
  items: readonly string[],
  language: string,
) {
  return items.map((item) => nameOfField(kinds, rules[rule]!.kind, item, language))
}

/** A rule with those of its items that are meant: 六个100%：湿法作业、渣土车密闭. */
export function requirementText(names: RequirementNames, rule: number, items: readonly string[], language: string) {
  const title = inLanguage(names.rules[rule]!.title, language)
  if (items.length === 0) return title
  const [colon, comma] = language === 'en' ? [': ', ', '] : ['：', '、']
  return `${title}${colon}${itemNames(names, rule, items, language).join(comma)}`
}
