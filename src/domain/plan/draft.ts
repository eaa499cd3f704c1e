import type { IsoDay } from '@/domain/calendar'
import type { Clause, ClausePart, PlanTarget, Recurrence } from '@/domain/rules/clause'
import { BODY_ROLES, type BodyDoubt, type BodyRole, type Responsibility } from './bodies'
import type { DeadlineDoubt } from './deadlines'
import { measuredByUnit } from './dustfall-target'
import type { FigureDoubt, FigureUse } from './figures'
import { type Span, spansOverlap, textOfSpan } from './plan-text'
import type { PlanReading, ReadClause } from './read-plan'

/** Proposed value of one field of a clause; editable. */
export type FieldValue =
  | { readonly kind: 'body'; readonly role: BodyRole; readonly name: string }
  /** `day` is '' if the plan names none. */
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

/** Whether a proposal is accepted. Doubtful ones are open until the user decides. */
export type Decision = 'accepted' | 'open' | 'dropped'

/** One proposal, its places in the text, and the decision. */
export interface DraftField {
  /** Unique in the plan. */
  readonly id: string
  /** Every place that states it; empty if the user added it. */
  readonly spans: readonly Span[]
  readonly value: FieldValue
  readonly doubt: Doubt | null
  readonly decision: Decision
}

/** A clause being prepared for the package. */
export interface DraftClause extends Span {
  readonly number: number
  readonly mark: string
  readonly title: string
  /** In the office's own words; initially the first sentence of the plan's text. */
  readonly gist: string
  readonly isKept: boolean
  readonly fields: readonly DraftField[]
  /** Parts of the clause that each end with a bracket of their own, in order; empty if it has at most one bracket. */
  readonly parts: readonly DraftPart[]
}

/** A part of a clause and its words. */
export interface DraftPart extends Span {
  readonly words: string
}

const sameBody = (a: FieldValue, b: FieldValue) =>
  a.kind === 'body' && b.kind === 'body' && a.role === b.role && a.name === b.name

/** Fields in the order of the text; a body with the same role in several brackets appears once. */
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

const MAX_GIST = 80

/** First sentence of a text, as a default. */
function firstSentence(words: string, most: number): string {
  const sentence = /^[^。；;\n]*[。；;]?/.exec(words.replace(/^[\s。．.:：…]+/, ''))![0].replace(/[；;\s]+$/, '')
  return sentence.length > most ? `${sentence.slice(0, most - 1)}…` : sentence
}

/** First sentence after the title. */
function firstWords(text: string, { title, end, responsibilities }: ReadClause): string {
  const stop = Math.min(end, ...responsibilities.map(({ start }) => start))
  return firstSentence(text.slice(title.end, Math.max(title.end, stop)), MAX_GIST)
}

/** A bracket applies to the text since the previous one; text after the last bracket belongs to the last part. */
function partsOf(text: string, { title, end, responsibilities }: ReadClause): DraftPart[] {
  if (responsibilities.length < 2) return []
  return responsibilities.map((bracket: Responsibility, i) => {
    const before = responsibilities[i - 1]
    const last = i === responsibilities.length - 1 ? end : bracket.end
    const span = { start: before ? before.end : title.end, end: last }
    return { ...span, words: text.slice(span.start, bracket.start) }
  })
}

/** Proposals for each clause; those without doubt are accepted initially. */
export function draftsOf(reading: PlanReading): DraftClause[] {
  return reading.clauses.map((clause) => {
    const title = textOfSpan(reading.text, clause.title)
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
 * Merges proposals from reading the same text again with the user's decisions: edited or added fields and texts stay,
 * and a decision stays if the field still has the same value.
 */
export function mergeReread(
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

/** Whether a field's value is complete: it has a day or words where needed. */
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

/** Fields that a clause uses: all that are complete and not dropped, even if still open. */
const takenOf = (fields: readonly DraftField[]) =>
  fields.filter(({ decision, value }) => decision !== 'dropped' && isComplete(value))

/** Leading, supporting and carrying-out bodies in some fields. */
function bodiesOf(fields: readonly DraftField[]): Pick<Clause, 'lead' | 'support' | 'carriedOutBy'> {
  const bodies = takenOf(fields).flatMap(({ value }) => (value.kind === 'body' ? [value] : []))
  const named = (role: BodyRole) => [
    ...new Set(bodies.filter((body) => body.role === role).map(({ name }) => name.trim())),
  ]
  const [lead, support, carriedOutBy] = BODY_ROLES.map(named) as [string[], string[], string[]]
  return { lead, support, carriedOutBy }
}

const stands = (field: DraftField, within: Span) => field.spans.some((span) => spansOverlap(span, within))

const MAX_PART = 30

/**
 * Roles by part of a clause; bodies added by hand belong to every part. Empty if one bracket applies to the whole
 * clause.
 */
export const clauseParts = ({ parts, fields }: Pick<DraftClause, 'parts' | 'fields'>): ClausePart[] =>
  parts.map((part) => ({
    what: both(firstSentence(part.words, MAX_PART).replace(/。$/, '')),
    ...bodiesOf(fields.filter((field) => field.spans.length === 0 || stands(field, part))),
  }))

/** Index of the part that contains a place; -1 if none. */
export const partAt = (parts: readonly Span[], place: Span): number =>
  parts.findIndex((part) => spansOverlap(part, place))

/**
 * Builds a clause from its draft: everything that was not dropped, in the order of the text. A plan is put in force
 * only after all of it is confirmed. English texts equal the Chinese ones, as for all untranslated texts of an office.
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
