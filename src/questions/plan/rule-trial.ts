import { parseDay } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import { type Finding, findAll, isAboutTable, type RuleFindings, worstFirst } from '@/domain/rules/findings'
import { relationOf } from '@/domain/rules/relation'
import { isAdvisory, type Rule } from '@/domain/rules/rule'
import { withPredecessors } from '@/domain/rules/rule-change'
import { doubtsOfWords, type RuleDoubt } from '@/domain/rules/rule-doubt'
import { compileScopes } from '@/domain/rules/scope'
import { STATUS, STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import { emptyTally, type Tally, tallyTotal } from '@/domain/rules/tally'
import { type TeamObservation, withoutHints } from '@/domain/rules/team-observations'
import { kindWithId } from '@/domain/sources/kinds/kind'
import { isEmpty } from '@/domain/table/column'
import { fieldProblems, readingsOf } from '@/io/package/plan'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { summarise } from '@/questions/source/source-summary'
import { isToVerify } from '@/questions/source/to-verify'
import { type TableOnDay, tablesOnDay } from '@/questions/tables-on-day'
import { tallyOf } from './rule-tally'

/** A source that the rule on trial does not find fine. */
export interface AffectedSource {
  readonly kind: string
  readonly code: string
  /** 1-based position among sources of its kind with this code; null if the code is unique. */
  readonly nth: number | null
  readonly name: string
  /** County code, '' if unknown. */
  readonly county: string
  readonly status: StatusName
  /** Overdue: days late; due: days left; else 0. */
  readonly days: number
  readonly position: Position | null
}

/** Result of trying a rule without saving it. */
export interface RuleTrial {
  /** Standings of the rows in its scope; all 0 if it does not apply on the day. */
  readonly tally: Tally
  /** Number of rows in scope, and of all rows of the kind. */
  readonly about: number
  readonly rows: number
  /**
   * New standings of the rows that are overdue by the current version of the rule, and how many of these leave its
   * scope; null if the rule is new or nothing is overdue by it.
   */
  readonly ofLate: { readonly tally: Tally; readonly left: number } | null
  /** The worst sources that are not fine, worst first. */
  readonly worst: readonly AffectedSource[]
  readonly doubts: readonly RuleDoubt[]
}

/** Most sources named. */
const MAX_NAMED = 50

/** The rules of a plan with one added, or replaced if its id exists. */
const rulesWith = (rules: readonly Rule[], tried: Rule): readonly Rule[] =>
  rules.some(({ id }) => id === tried.id)
    ? rules.map((rule) => (rule.id === tried.id ? tried : rule))
    : [...rules, tried]

/**
 * Tries a rule on the open package, without changing it. Its counts are the same as after saving: teams' checks are
 * read by the checklist that the plan would then have. No filter narrows them. `ended`: the rule it follows, with its
 * last day; until then that rule counts.
 */
export function tryRule(
  evaluated: EvaluatedPackage,
  rule: Rule,
  seen: readonly TeamObservation[],
  ended: Rule | null = null,
): RuleTrial {
  const { opened, evaluation } = evaluated
  const { clauses, kinds, settings } = opened.pack
  const rules = ended ? rulesWith(opened.pack.rules, ended) : opened.pack.rules
  const others = rules.filter(({ id }) => id !== rule.id)
  const kind = kindWithId(kinds, rule.kind)
  const words = doubtsOfWords(rule, clauses, others)
  const unread = kind ? fieldProblems('', rule, kind) : []
  const tables = evaluated.tables.filter((each) => each.kind === rule.kind)
  const rows = tables.reduce((sum, { table }) => sum + table.length, 0)
  if (!kind || rows === 0 || unread.length > 0) {
    const empty = unread.map(({ column = '' }): RuleDoubt => ({ code: 'column-empty', field: column }))
    const none: readonly RuleDoubt[] = rows === 0 ? [{ code: 'no-rows' }] : []
    return { tally: emptyTally(), about: 0, rows, worst: [], ofLate: null, doubts: [...none, ...empty, ...words] }
  }
  const asOf = parseDay(evaluation.asOf)
  const tried = seen.length === 0 ? tables : tablesWith(evaluated, rulesWith(rules, rule), rule.kind, seen)
  // Includes the rules before it: their overdue findings may carry over.
  const before = withPredecessors([...rules, rule], rule.id)
    .flatMap((id) => rules.filter((each) => each.id === id && id !== rule.id))
    .filter((each) => each === ended || (each.until !== undefined && parseDay(each.until) < asOf))
  const asked = [...before, rule]
  const { rules: counted, hints } = findAll(tried, asked, asOf, settings.year)
  const findings = [...counted, ...hints]
  const onTrial = { tables: tried, opened: { ...opened, pack: { ...opened.pack, rules: asked } } }
  const tally = tallyOf(onTrial, findings)
  return {
    tally,
    about: tallyTotal(tally),
    rows,
    worst: worstOf(findings).map((finding) => named(evaluated, finding)),
    ofLate: ofLate(evaluated, ended?.id ?? rule.id, onTrial, findings),
    doubts: [...words, ...doubtsOfTables(rule, tried, others, asOf)],
  }
}

/** The tables of a kind as read under other rules. */
function tablesWith(
  { opened, evaluation, hauls, online }: EvaluatedPackage,
  rules: readonly Rule[],
  kind: string,
  seen: readonly TeamObservation[],
): readonly TableOnDay[] {
  const { inventory, pack } = opened
  const kinds = inventory.kinds.filter((each) => each.kind === kind)
  const changed = { ...opened, inventory: { ...inventory, kinds }, pack: { ...pack, rules } }
  return tablesOnDay(changed, parseDay(evaluation.asOf), withoutHints(seen, rules), hauls, online)
}

/** New standings of the rows that are overdue by the current version of a rule. */
function ofLate(
  { findings, hints, opened }: EvaluatedPackage,
  id: string,
  onTrial: Parameters<typeof isToVerify>[0],
  tried: readonly RuleFindings[],
) {
  const tally = emptyTally()
  let [late, left] = [0, 0]
  for (const { rule, first, status } of [...findings, ...hints]) {
    if (opened.pack.rules[rule]!.id !== id) continue
    const now = tried.find((each) => isAboutTable(each, first, status.length))
    const toVerify = now ? isToVerify(onTrial, now) : null
    for (let row = status.indexOf(STATUS.overdue); row >= 0; row = status.indexOf(STATUS.overdue, row + 1)) {
      late++
      if (now?.covers(row)) tally[toVerify?.(row) ? 'toVerify' : STATUS_NAMES[now.status[row]!]!]++
      else left++
    }
  }
  return late === 0 ? null : { tally, left }
}

/** The worst findings; full findings are computed only for as many standings as needed. */
function worstOf(findings: readonly RuleFindings[]): readonly Finding[] {
  const worst: Finding[] = []
  for (let standing = STATUS.overdue; standing > STATUS.fine && worst.length < MAX_NAMED; standing--) {
    const own: Finding[] = []
    for (const { status, at } of findings)
      for (let row = status.indexOf(standing); row >= 0; row = status.indexOf(standing, row + 1)) own.push(at(row))
    worst.push(...own.sort(worstFirst).slice(0, MAX_NAMED - worst.length))
  }
  return worst
}

function named(evaluated: EvaluatedPackage, { source, status, days }: Finding): AffectedSource {
  const { kind, code, sameCode, name, county, position } = summarise(evaluated, source)
  return { kind, code, nth: sameCode?.nth ?? null, name, county, status: STATUS_NAMES[status]!, days, position }
}

/** Doubts about a rule from the rows of its kind. */
function doubtsOfTables(
  rule: Rule,
  tables: readonly TableOnDay[],
  others: readonly Rule[],
  asOf: number,
): readonly RuleDoubt[] {
  const columns = [...new Set(readingsOf(rule).map(([name]) => name))]
  const empty = columns.filter((name) => tables.every(({ table }) => isEmpty(table.columns[name]!)))
  const members = tables.map(({ table }) => {
    const member = compileScopes(rule.scope, table)
    return Uint8Array.from({ length: table.length }, (_, row) => (member(row) === 'in' ? 1 : 0))
  })
  const isAnyIn = members.some((each) => each.includes(1))
  return [
    ...empty.map((field): RuleDoubt => ({ code: 'column-empty', field })),
    ...(isAnyIn ? [] : [{ code: 'scope-empty' } as const]),
    ...others.flatMap((other) => relatedTo(rule, other, tables, members)),
    ...(asOf < parseDay(rule.from) ? [{ code: 'not-yet' } as const] : []),
    ...(rule.until !== undefined && asOf > parseDay(rule.until) ? [{ code: 'no-more' } as const] : []),
  ]
}

const neverTogether = (one: Rule, other: Rule) =>
  (one.until !== undefined && one.until < other.from) || (other.until !== undefined && other.until < one.from)

/** A rule of the same rows that is related to this one, with the number of shared rows; hints are skipped. */
function relatedTo(
  rule: Rule,
  other: Rule,
  tables: readonly TableOnDay[],
  members: readonly Uint8Array[],
): readonly RuleDoubt[] {
  if (other.kind !== rule.kind || isAdvisory(other) || isAdvisory(rule) || neverTogether(rule, other)) return []
  const code = relationOf(rule.check, other.check)
  if (code === null) return []
  let count = 0
  tables.forEach(({ table }, i) => {
    const member = compileScopes(other.scope, table)
    for (let row = members[i]!.indexOf(1); row >= 0; row = members[i]!.indexOf(1, row + 1))
      if (member(row) === 'in') count++
  })
  return count === 0 ? [] : [{ code, rule: other.id, count }]
}
