import type { IsoDay } from '@/domain/calendar'
import type { Clause, ClausePart, PlanTarget, Recurrence } from '@/domain/rules/clause'
import { BODY_ROLES, type BodyDoubt, type BodyRole, type Responsibility } from './bodies'
import type { DeadlineDoubt } from './deadlines'
import { measuredByUnit } from './dustfall-target'
import type { FigureDoubt, FigureUse } from './figures'
import { overlap, type Span, within } from './plan-text'
import type { PlanReading, ReadClause } from './read-plan'

/** What is proposed for one field of a clause, and may be changed. */
export type FieldValue =
  | { readonly kind: 'body'; readonly role: BodyRole; readonly name: string }
  /** `day` is '' where the plan gives none. */
  | { readonly kind: 'deadline'; readonly day: IsoDay | ''; readonly what: string }
  | { readonly kind: 'recurrence'; readonly every: Recurrence; readonly what: string }
  | {
      readonly kind: 'figure'
      readonly use: FigureUse
      readonly what: string
      readonly comparison: PlanTarget['comparison']
      readonly value: number
      readonly unit: string
    }

export type Doubt = BodyDoubt | DeadlineDoubt | FigureDoubt

/** Whether a proposal is taken. What is in doubt is open, until a person says. */
export type Decision = 'accepted' | 'open' | 'dropped'

/** One proposal, where it stands in the text, and what was decided. */
export interface DraftField {
  /** One of its kind in the whole plan. */
  readonly id: string
  /** Every place that says so; none where a person added it. */
  readonly spans: readonly Span[]
  readonly value: FieldValue
  readonly doubt: Doubt | null
  readonly decision: Decision
}

/** A clause on its way into the package. */
export interface DraftClause extends Span {
  readonly number: number
  readonly mark: string
  readonly title: string
  /** In the office's own words; the first sentence of the plan as long as nobody wrote one. */
  readonly gist: string
  readonly isKept: boolean
  readonly fields: readonly DraftField[]
  /** The stretches of the clause that each end with a bracket of their own, in its order; none where it has one bracket at most. */
  readonly parts: readonly DraftPart[]
}

/** A stretch of a clause and what it says. */
export interface DraftPart extends Span {
  readonly words: string
}

const sameBody = (a: FieldValue, b: FieldValue) =>
  a.kind === 'body' && b.kind === 'body' && a.role === b.role && a.name === b.name

/** Fields in the order of the text; a body that several brackets give the same role stands once. */
function fieldsOf(clause: ReadClause): DraftField[] {
  const found: Omit<DraftField, 'id' | 'decision'>[] = []
  for (const { role, name, doubt, start, end } of clause.responsibilities.flatMap(({ bodies }) => bodies)) {
    const value: FieldValue = { kind: 'body', role, name }
    const at = found.findIndex((each) => sameBody(each.value, value))
    const before = found[at]
    if (before) found[at] = { ...before, spans: [...before.spans, { start, end }], doubt: before.doubt && doubt }
    else found.push({ spans: [{ start, end }], value, doubt })
  }
  for (const { day, what, doubt, start, end } of clause.deadlines)
    found.push({ spans: [{ start, end }], value: { kind: 'deadline', day: day ?? '', what }, doubt })
  for (const { every, what, start, end } of clause.recurrences)
    found.push({ spans: [{ start, end }], value: { kind: 'recurrence', every, what }, doubt: null })
  for (const { use, what, comparison, value, unit, doubt, start, end } of clause.figures)
    found.push({ spans: [{ start, end }], value: { kind: 'figure', use, what, comparison, value, unit }, doubt })
  return found.map((each, i) => ({
    ...each,
    id: `${clause.number}.${i + 1}`,
    decision: each.doubt === null ? 'accepted' : 'open',
  }))
}

const MOST_GIST = 80

/** The first sentence of some words, for want of own ones. */
function firstSentence(words: string, most: number): string {
  const sentence = /^[^。；;\n]*[。；;]?/.exec(words.replace(/^[\s。．.:：…]+/, ''))![0].replace(/[；;\s]+$/, '')
  return sentence.length > most ? `${sentence.slice(0, most - 1)}…` : sentence
}

/** The first sentence behind the title. */
function firstWords(text: string, { title, end, responsibilities }: ReadClause): string {
  const stop = Math.min(end, ...responsibilities.map(({ start }) => start))
  return firstSentence(text.slice(title.end, Math.max(title.end, stop)), MOST_GIST)
}

/** A bracket speaks of all that stands behind the one before it; what stands behind the last is of the last. */
function partsOf(text: string, { title, end, responsibilities }: ReadClause): DraftPart[] {
  if (responsibilities.length < 2) return []
  return responsibilities.map((bracket: Responsibility, i) => {
    const before = responsibilities[i - 1]
    const last = i === responsibilities.length - 1 ? end : bracket.end
    const span = { start: before ? before.end : title.end, end: last }
    return { ...span, words: text.slice(span.start, bracket.start) }
  })
}

/** What is proposed for each clause that was read; what is in no doubt is accepted at first. */
export function draftsOf(reading: PlanReading): DraftClause[] {
  return reading.clauses.map((clause) => {
    const title = within(reading.text, clause.title)
    return {
      start: clause.start,
      end: clause.end,
      number: clause.number,
      mark: clause.mark,
      title,
      gist: firstWords(reading.text, clause) || title,
      isKept: true,
      fields: fieldsOf(clause),
      parts: partsOf(reading.text, clause),
    }
  })
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * What is proposed once the same text was read anew, with what a person decided until then: words and fields that were changed or
 * added stay, and a decision on a field stays where it says the same.
 */
export function readAnew(
  decided: readonly DraftClause[],
  before: readonly DraftClause[],
  now: readonly DraftClause[],
): DraftClause[] {
  const proposed = new Map(before.flatMap(({ fields }) => fields.map((field) => [field.id, field])))
  return now.map((next): DraftClause => {
    const own = decided.find(({ number }) => number === next.number)
    if (!own) return next
    const fields = next.fields.map((field): DraftField => {
      const kept = own.fields.find(({ id, spans }) => id === field.id && same(spans, field.spans))
      if (!kept) return field
      if (!same(kept.value, proposed.get(kept.id)?.value)) return kept
      return kept.decision === 'dropped' || same(kept.value, field.value)
        ? { ...field, decision: kept.decision }
        : field
    })
    const { title, gist, isKept } = own
    return {
      ...next,
      title,
      gist,
      isKept,
      fields: [...fields, ...own.fields.filter(({ spans }) => spans.length === 0)],
    }
  })
}

/** Whether what stands in a field can be taken as it is: a day that is one, words where words are needed. */
export function isComplete(value: FieldValue): boolean {
  switch (value.kind) {
    case 'body':
      return value.name.trim() !== ''
    case 'deadline':
      return value.day !== '' && value.what.trim() !== ''
    case 'recurrence':
      return value.what.trim() !== ''
    case 'figure':
      return value.what.trim() !== '' && Number.isFinite(value.value)
  }
}

const both = (zh: string) => ({ zh, en: zh })
const writtenCondition = ({ what }: { readonly what: string }) => both(what)

/** What a clause takes of its fields: all that was not left out and can be taken, be it still to be confirmed. */
const takenOf = (fields: readonly DraftField[]) =>
  fields.filter(({ decision, value }) => decision !== 'dropped' && isComplete(value))

/** Those who lead, take part and carry out by some fields. */
function bodiesOf(fields: readonly DraftField[]): Pick<Clause, 'lead' | 'support' | 'carriedOutBy'> {
  const bodies = takenOf(fields).flatMap(({ value }) => (value.kind === 'body' ? [value] : []))
  const named = (role: BodyRole) => [
    ...new Set(bodies.filter((body) => body.role === role).map(({ name }) => name.trim())),
  ]
  const [lead, support, carriedOutBy] = BODY_ROLES.map(named) as [string[], string[], string[]]
  return { lead, support, carriedOutBy }
}

const stands = (field: DraftField, within: Span) => field.spans.some((span) => overlap(span, within))

const MOST_PART = 30

/** Who does what by part of a clause; who was added by hand has a part in each. Empty where one bracket speaks of all. */
export const clauseParts = ({ parts, fields }: Pick<DraftClause, 'parts' | 'fields'>): ClausePart[] =>
  parts.map((part) => ({
    what: both(firstSentence(part.words, MOST_PART).replace(/。$/, '')),
    ...bodiesOf(fields.filter((field) => field.spans.length === 0 || stands(field, part))),
  }))

/** Which part of a clause a place is in; -1 where it has none. */
export const partAt = (parts: readonly Span[], place: Span): number => parts.findIndex((part) => overlap(part, place))

/**
 * The clause that a draft comes to: what was not left out, in the order of the text; nothing is put in force before all of it is
 * confirmed. English texts are the Chinese ones, as those of an office are wherever nobody translated them.
 */
export function clauseOf({ number, title, gist, fields, parts }: DraftClause): Clause {
  const values = takenOf(fields).map(({ value }) => value)
  const figures = values.filter((value) => value.kind === 'figure')
  const conditions = figures.filter(({ use }) => use === 'condition').map(writtenCondition)
  const recurring = values.filter((value) => value.kind === 'recurrence')
  return {
    number,
    title: both(title.trim()),
    gist: both(gist.trim()),
    ...bodiesOf(fields),
    ...(parts.length > 0 ? { parts: clauseParts({ parts, fields }) } : {}),
    deadlines: values
      .filter((value) => value.kind === 'deadline')
      .map(({ day, what }) => ({ day, what: both(what.trim()) }))
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    targets: figures
      .filter(({ use }) => use === 'target')
      .map(({ what, comparison, value, unit }) => measuredByUnit({ what: both(what.trim()), comparison, value, unit })),
    ...(conditions.length > 0 ? { conditions } : {}),
    ...(recurring.length > 0
      ? { recurring: recurring.map(({ every, what }) => ({ every, what: both(what.trim()) })) }
      : {}),
  }
}
