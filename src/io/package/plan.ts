import type { Bilingual } from '@/domain/bilingual'
import type { IsoDay } from '@/domain/calendar'
import type { Problem } from '@/domain/problem'
import { type Clause, type Measure, RECURRENCES } from '@/domain/rules/clause'
import type { Check, EndedRule, Rule, Scope } from '@/domain/rules/rule'
import type { Field } from '@/domain/sources/kinds/field'
import type { Kind } from '@/domain/sources/kinds/kind'
import { z } from '@/io/zod'
import { WRITTEN_TYPES } from './kind-schema'

const isoDay = z.iso.date()
const bilingual = z.object({ zh: z.string(), en: z.string() })
const names = z.array(z.string())
const clauseNumber = z.int().min(1)
/** Author, reason and time of a change. */
const signed = z.object({ by: z.string(), why: z.string(), at: z.number() })

/** A field that a rule reads, and the type it expects. */
type Reading = readonly [field: string, type: Field['type']]

const field = z.string()

export const scope = z.union([
  z.object({ field, is: z.boolean() }),
  z.object({ field, oneOf: names }),
  z.object({ field, equals: z.number() }),
  z.object({ counties: names }),
])

const measure = z.discriminatedUnion('of', [
  z.object({ of: z.literal('passing'), rule: z.string() }),
  z.object({
    of: z.literal('smallest'),
    kind: z.string(),
    column: z.string(),
    where: z.object({ flag: z.string(), is: z.boolean() }).exactOptional(),
  }),
  z.object({
    of: z.enum(['count', 'proportion']),
    kind: z.string(),
    where: z.array(scope),
    among: z.array(scope).exactOptional(),
    inYear: z.string().exactOptional(),
  }),
  z.object({ of: z.literal('share'), kind: z.string(), part: z.string(), whole: z.string() }),
  z.object({ of: z.enum(['newly-advanced', 'in-ring', 'industries', 'worst-dustfall']) }),
])

/** Ways to measure a target. */
const MEASURED: Record<Measure['of'], true> = {
  passing: true,
  smallest: true,
  count: true,
  proportion: true,
  share: true,
  'newly-advanced': true,
  'in-ring': true,
  industries: true,
  'worst-dustfall': true,
}
export const MEASURES = Object.keys(MEASURED)

/** An earlier plan. */
export interface EarlierPlan {
  readonly year: number
  /** Null if the package does not state it. */
  readonly plan: (Bilingual & { readonly number: string; readonly day: IsoDay }) | null
  readonly clauses: readonly Clause[]
  readonly rules: readonly Pick<Rule, 'id' | 'clause' | 'title'>[]
  /** All of its requirements; null if they cannot be read here. */
  readonly asked: readonly Rule[] | null
  /** Pairs of clause numbers: a clause, and the clause of the next plan that continues it; absent if not recorded. */
  readonly goesOn?: readonly (readonly [earlier: number, next: number])[]
}

/** An earlier plan as written in the file; its requirements may contain more than this version knows. */
export type WrittenEarlierPlan = Omit<EarlierPlan, 'asked'>

export const clausesSchema: z.ZodType<Clause[]> = z.array(
  z.object({
    number: clauseNumber,
    title: bilingual,
    gist: bilingual,
    lead: names,
    support: names,
    carriedOutBy: names,
    parts: z.array(z.object({ what: bilingual, lead: names, support: names, carriedOutBy: names })).exactOptional(),
    deadlines: z.array(z.object({ day: isoDay, what: bilingual })),
    targets: z.array(
      z.object({
        what: bilingual,
        comparison: z.enum(['≤', '≥', '=']),
        value: z.number(),
        unit: z.string(),
        measure: measure.exactOptional(),
      }),
    ),
    recurring: z.array(z.object({ every: z.enum(RECURRENCES), what: bilingual })).exactOptional(),
    conditions: z.array(bilingual).exactOptional(),
    figures: z.array(z.object({ what: bilingual, unit: z.string(), measure })).exactOptional(),
    needs: z.array(bilingual).exactOptional(),
  }),
)

export const earlierPlansSchema: z.ZodType<WrittenEarlierPlan[]> = z.array(
  z.object({
    year: z.int(),
    plan: bilingual.extend({ number: z.string(), day: isoDay }).nullable(),
    clauses: clausesSchema,
    rules: z.array(z.looseObject({ id: z.string(), clause: clauseNumber, title: bilingual })),
    goesOn: z.array(z.tuple([clauseNumber, clauseNumber])).exactOptional(),
  }),
)

const fields = z.array(field).min(1)

const check = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['all-yes', 'all-no', 'present']), fields }),
  z.object({ type: z.literal('one-of'), field, values: names }),
  z.object({ type: z.enum(['at-least', 'at-most']), field, value: z.number() }),
  z.object({ type: z.literal('share-at-least'), part: field, whole: field, percent: z.number() }),
  z.object({
    type: z.literal('done'),
    flag: field,
    day: field,
    deadline: z.union([z.object({ day: isoDay }), z.object({ field })]),
  }),
  z.object({ type: z.literal('not-before'), field, day: isoDay, deadline: isoDay }),
  z.object({ type: z.enum(['this-month', 'this-quarter']), field }),
  z.object({ type: z.literal('max-age'), field, days: z.int() }),
  z.object({ type: z.literal('after-months'), since: field, months: z.int(), fields }),
])

/** Types of checks. */
const CHECKED: Record<Check['type'], true> = {
  'all-yes': true,
  'all-no': true,
  present: true,
  'one-of': true,
  'at-least': true,
  'at-most': true,
  'share-at-least': true,
  done: true,
  'not-before': true,
  'this-month': true,
  'this-quarter': true,
  'max-age': true,
  'after-months': true,
}
export const CHECK_TYPES = Object.keys(CHECKED)

/** A scope has one of these keys. */
export const SCOPE_KEYS = ['is', 'oneOf', 'equals', 'counties']

export const ruleSchema: z.ZodType<Rule> = z.object({
  id: z.string(),
  clause: clauseNumber,
  kind: z.string(),
  title: bilingual,
  scope: z.array(scope),
  check,
  from: isoDay,
  until: isoDay.exactOptional(),
  deadline: isoDay.exactOptional(),
  advisory: z.boolean().exactOptional(),
  // Empty: each row names its own.
  lead: names.default([]),
  support: names.exactOptional(),
  basis: z.string().exactOptional(),
  follows: z.string().exactOptional(),
  askedFrom: isoDay.exactOptional(),
  changed: signed.extend({ added: z.boolean().exactOptional() }).exactOptional(),
})

export const rulesSchema: z.ZodType<Rule[]> = z.array(ruleSchema)

export const endedRuleSchema: z.ZodType<EndedRule> = z.object({
  id: z.string(),
  clause: clauseNumber,
  kind: z.string(),
  title: bilingual,
  ended: signed,
})

export const endedRulesSchema: z.ZodType<EndedRule[]> = z.array(endedRuleSchema)

/**
 * Problems with the fields that a rule, or only its scope, reads: each must exist in the kind and have the expected
 * type.
 */
export function fieldProblems(
  file: string,
  { id: seen, ...rule }: Pick<Rule, 'id' | 'scope'> & Partial<Pick<Rule, 'check'>>,
  { id: kind, fields }: Kind,
): Problem[] {
  return readingsOf(rule).flatMap(([column, type]): Problem[] => {
    const field = fields.find(({ name }) => name === column)
    if (!field) return [{ code: 'rule-field-unknown', file, kind, column, seen }]
    if (field.type === type) return []
    return [{ code: 'rule-field-type', file, kind, column, seen, expected: `"type": "${WRITTEN_TYPES[type]}"` }]
  })
}

/** The fields of its kind that a rule reads, with expected types. */
export const readingsOf = ({
  check,
  scope,
}: Pick<Rule, 'scope'> & Partial<Pick<Rule, 'check'>>): readonly Reading[] => [
  ...(check ? readingsOfCheck(check) : []),
  ...scope.flatMap(readingOfScope),
]

function readingsOfCheck(check: Check): readonly Reading[] {
  const all = (fields: readonly string[], type: Field['type']) => fields.map((name): Reading => [name, type])
  switch (check.type) {
    case 'all-yes':
    case 'all-no':
      return all(check.fields, 'flag')
    case 'present':
      return all(check.fields, 'text')
    case 'one-of':
      return [[check.field, 'text']]
    case 'at-least':
    case 'at-most':
      return [[check.field, 'number']]
    case 'share-at-least':
      return all([check.part, check.whole], 'number')
    case 'done': {
      const { flag, day, deadline } = check
      return [[flag, 'flag'], [day, 'day'], ...all('field' in deadline ? [deadline.field] : [], 'day')]
    }
    case 'after-months':
      return [[check.since, 'day'], ...all(check.fields, 'flag')]
    case 'not-before':
    case 'this-month':
    case 'this-quarter':
    case 'max-age':
      return [[check.field, 'day']]
  }
}

function readingOfScope(scope: Scope): readonly Reading[] {
  if ('counties' in scope) return [['county', 'text']]
  return [[scope.field, 'is' in scope ? 'flag' : 'oneOf' in scope ? 'text' : 'number']]
}
