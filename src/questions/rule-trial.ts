import { parseDay } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import { type Finding, findAll, type RuleFindings, worstFirst } from '@/domain/rules/findings'
import { relationOf } from '@/domain/rules/relation'
import { isAdvisory, type Rule } from '@/domain/rules/rule'
import { withPredecessors } from '@/domain/rules/rule-change'
import { doubtsOfWords, type RuleDoubt } from '@/domain/rules/rule-doubt'
import { compileScopes } from '@/domain/rules/scope'
import { type Seen, withoutHints } from '@/domain/rules/seen'
import { STATUS, STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import { emptyTally, sizeOf, type Tally } from '@/domain/rules/tally'
import { kindWithId } from '@/domain/sources/kinds/kind'
import { isEmpty } from '@/domain/table/column'
import { readingsOf, wrongReadings } from '@/io/package/plan'
import type { EvaluatedPackage } from './evaluated-package'
import { tallyOf } from './rule-tally'
import { summarise } from './source-summary'
import { type TableOnDay, tablesOn } from './tables-on-day'
import { isToVerify } from './to-verify'

/** A source that a rule on trial would not find fine. */
export interface TriedSource {
  readonly kind: string
  readonly code: string
  /** Which of several of its kind with this code; null where it alone has it. */
  readonly nth: number | null
  readonly name: string
  /** Code of its county, '' where nobody knows. */
  readonly county: string
  readonly status: StatusName
  /** Overdue: days late; due: days left; else 0. */
  readonly days: number
  readonly position: Position | null
}

/** What a rule would come to if it was saved as it is. */
export interface RuleTrial {
  /** How the rows stand that it is about; all 0 where it does not apply on the day. */
  readonly tally: Tally
  /** How many rows that is, and how many the kind has. */
  readonly about: number
  readonly rows: number
  /**
   * How those stand that are overdue by the rule as it is in force, and how many of them it is no more about; null where it is
   * new, or nothing is overdue by it.
   */
  readonly ofLate: { readonly tally: Tally; readonly left: number } | null
  /** The worst of them that are not fine, worst first. */
  readonly worst: readonly TriedSource[]
  readonly doubts: readonly RuleDoubt[]
}

/** So many sources are named. */
const MOST_NAMED = 50

/** The rules of a plan with one that is new, or that takes the place of the one with its id. */
const rulesWith = (rules: readonly Rule[], tried: Rule): readonly Rule[] =>
  rules.some(({ id }) => id === tried.id)
    ? rules.map((rule) => (rule.id === tried.id ? tried : rule))
    : [...rules, tried]

/**
 * Tries a rule on the open package, which stays as it is. Its counts are those that the package has once the rule is saved:
 * what teams saw is read by the checklist that the plan has then. No filter narrows them. `ended`: the rule that it follows, with
 * its last day; until then that one counts.
 */
export function tryRule(
  evaluated: EvaluatedPackage,
  rule: Rule,
  seen: readonly Seen[],
  ended: Rule | null = null,
): RuleTrial {
  const { opened, evaluation } = evaluated
  const { clauses, kinds, settings } = opened.pack
  const rules = ended ? rulesWith(opened.pack.rules, ended) : opened.pack.rules
  const others = rules.filter(({ id }) => id !== rule.id)
  const kind = kindWithId(kinds, rule.kind)
  const words = doubtsOfWords(rule, clauses, others)
  const unread = kind ? wrongReadings('', rule, kind) : []
  const tables = evaluated.tables.filter((each) => each.kind === rule.kind)
  const rows = tables.reduce((sum, { table }) => sum + table.length, 0)
  if (!kind || rows === 0 || unread.length > 0) {
    const empty = unread.map(({ column = '' }): RuleDoubt => ({ code: 'column-empty', field: column }))
    const none: readonly RuleDoubt[] = rows === 0 ? [{ code: 'no-rows' }] : []
    return { tally: emptyTally(), about: 0, rows, worst: [], ofLate: null, doubts: [...none, ...empty, ...words] }
  }
  const asOf = parseDay(evaluation.asOf)
  const tried = seen.length === 0 ? tables : tablesWith(evaluated, rulesWith(rules, rule), rule.kind, seen)
  // With it the rules before it: of what was overdue by them something may be left.
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
    about: sizeOf(tally),
    rows,
    worst: worstOf(findings).map((finding) => named(evaluated, finding)),
    ofLate: ofLate(evaluated, ended?.id ?? rule.id, onTrial, findings),
    doubts: [...words, ...doubtsOfTables(rule, tried, others, asOf)],
  }
}

/** The tables of a kind as other rules have them read. */
function tablesWith(
  { opened, evaluation, hauls, online }: EvaluatedPackage,
  rules: readonly Rule[],
  kind: string,
  seen: readonly Seen[],
): readonly TableOnDay[] {
  const { inventory, pack } = opened
  const kinds = inventory.kinds.filter((each) => each.kind === kind)
  const changed = { ...opened, inventory: { ...inventory, kinds }, pack: { ...pack, rules } }
  return tablesOn(changed, parseDay(evaluation.asOf), withoutHints(seen, rules), hauls, online)
}

/** What becomes of the rows that are overdue by a rule as it is in force. */
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
    const now = tried.find((each) => each.first === first)
    const toVerify = now ? isToVerify(onTrial, now) : null
    for (let row = status.indexOf(STATUS.overdue); row >= 0; row = status.indexOf(STATUS.overdue, row + 1)) {
      late++
      if (now?.covers(row)) tally[toVerify?.(row) ? 'toVerify' : STATUS_NAMES[now.status[row]!]!]++
      else left++
    }
  }
  return late === 0 ? null : { tally, left }
}

/** The findings that are worst; only of as many standings as it takes is each worked out in full. */
function worstOf(findings: readonly RuleFindings[]): readonly Finding[] {
  const worst: Finding[] = []
  for (let standing = STATUS.overdue; standing > STATUS.fine && worst.length < MOST_NAMED; standing--) {
    const own: Finding[] = []
    for (const { status, at } of findings)
      for (let row = status.indexOf(standing); row >= 0; row = status.indexOf(standing, row + 1)) own.push(at(row))
    worst.push(...own.sort(worstFirst).slice(0, MOST_NAMED - worst.length))
  }
  return worst
}

function named(evaluated: EvaluatedPackage, { source, status, days }: Finding): TriedSource {
  const { kind, code, sameCode, name, county, position } = summarise(evaluated, source)
  return { kind, code, nth: sameCode?.nth ?? null, name, county, status: STATUS_NAMES[status]!, days, position }
}

/** What the rows of the kind say against a rule. */
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

/** What another rule asks of the same rows, where the two have to do with each other. Hints ask for nothing. */
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
