import { type Bilingual, inLanguage } from '@/domain/bilingual'
import { type Kind, kindWithId } from '@/domain/sources/kinds/kind'
import { ABSENT_FLAG, type Table } from '@/domain/table/column'

import { type Check, isAdvisory, type Rule } from './rule'
import { STATUS, type Status } from './status'

/** A requirement to filter sources by: a rule, or one of its items (湿法作业 of 六个100%). */
export interface Requirement {
  /** Id of the rule, plus a slash and the field's name for an item; used in links and filters. */
  readonly key: string
  /** Index of the rule. */
  readonly rule: number
  /** Field name of the item; null for the whole rule. */
  readonly item: string | null
}

/** Fields of a check that are separate items; empty if the check has only one requirement. */
export function itemsOf(check: Check): readonly string[] {
  const isOfSeveral = check.type === 'all-yes' || check.type === 'all-no' || check.type === 'after-months'
  return isOfSeveral && check.fields.length > 1 ? check.fields : []
}

/** Key of a rule, or of one of its items. */
export const requirementKey = (id: string, item: string | null = null) => (item === null ? id : `${id}/${item}`)

/** The rule and item that a key names, or null if unknown. Rule ids may contain slashes themselves. */
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

/** All requirements of a plan in order, each rule before its items. Hints are excluded. */
export const requirementsOf = (rules: readonly Rule[]): readonly Requirement[] =>
  rules.flatMap((rule, number) =>
    isAdvisory(rule)
      ? []
      : [null, ...itemsOf(rule.check)].map((item) => ({ key: requirementKey(rule.id, item), rule: number, item })),
  )

/**
 * Status of rows for one item of a rule, given their status for the rule: an item that is met is fine even if another
 * one fails, and one without a value is unknown.
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

/** Data for naming requirements. */
export interface RequirementNames {
  readonly rules: readonly (Pick<Rule, 'kind'> & { readonly title: Bilingual })[]
  readonly kinds: readonly Kind[]
}

/** Title of a kind's field. */
export function nameOfField(kinds: readonly Kind[], kind: string, name: string, language: string): string {
  const field = kindWithId(kinds, kind)?.fields.find((each) => each.name === name)
  return field ? inLanguage(field.title, language) : name
}

/** Names of a rule's items: the titles of their fields. */
export function itemNames(
  { rules, kinds }: RequirementNames,
  rule: number,
  items: readonly string[],
  language: string,
) {
  return items.map((item) => nameOfField(kinds, rules[rule]!.kind, item, language))
}

/** Text of a rule with the given items: 六个100%：湿法作业、渣土车密闭. */
export function requirementText(names: RequirementNames, rule: number, items: readonly string[], language: string) {
  const title = inLanguage(names.rules[rule]!.title, language)
  if (items.length === 0) return title
  const [colon, comma] = language === 'en' ? [': ', ', '] : ['：', '、']
  return `${title}${colon}${itemNames(names, rule, items, language).join(comma)}`
}

/** Data for naming requirements among others of their kind. */
export interface RequirementsOfKinds extends RequirementNames {
  readonly rules: readonly (RequirementNames['rules'][number] & Pick<Rule, 'check'>)[]
}

/**
 * What of a rule failed, short enough for a list: its title, or the names of the failed items, with its title if other
 * rules of the kind have these items too: 围挡 alone does not tell whether works stopped or are not finished.
 */
export function shortRequirement(
  names: RequirementsOfKinds,
  rule: number,
  items: readonly string[],
  language: string,
): string {
  const { kind } = names.rules[rule]!
  const isShared = names.rules.some(
    (other, at) => at !== rule && other.kind === kind && itemsOf(other.check).some((item) => items.includes(item)),
  )
  if (isShared || items.length === 0) return requirementText(names, rule, items, language)
  return itemNames(names, rule, items, language).join(language === 'en' ? ', ' : '、')
}
