import { isGovernment } from './bodies'
import { containedShare } from './correspond'
import type { DraftClause, DraftField } from './draft'
import { plainForm, spansOverlap } from './plan-text'
import type { PlanReading } from './read-plan'
import type { FoundRow } from './table-rows'

/** A table row to be assigned to a clause. */
export interface DraftRow extends FoundRow {
  readonly id: string
  /**
   * Number of the clause that contains it, otherwise of the clause with its words; null if there is none or several.
   */
  readonly clause: number | null
  /** Whether it is inside its clause: its day was read there, and no assignment is needed. */
  readonly isWithin: boolean
}

/** By row: the clause chosen by the user, or {@link ROW_LEFT_OUT}. */
export type RowPlacements = ReadonlyMap<string, number>
export const ROW_LEFT_OUT = 0

/**
 * Minimum share of a row's words that must occur in its clause, and the maximum for any other clause relative to that.
 */
const STANDS = 0.5
const CLEARLY = 0.8

/** The clause with clearly more of a row's words than any other; null if there is none. */
function clauseOfRow({ what }: FoundRow, text: string, drafts: readonly DraftClause[]): number | null {
  const task = plainForm(what)
  const [best, second] = drafts
    .map(({ number, start, end }) => ({ number, share: containedShare(task, plainForm(text.slice(start, end))) }))
    .sort((a, b) => b.share - a.share)
  return best && best.share >= STANDS && (second?.share ?? 0) <= CLEARLY * best.share ? best.number : null
}

/** Rows of a plan, each with its clause; tables outside the clauses are numbered separately. */
export function rowsOf({ text, clauses, rows }: PlanReading, drafts: readonly DraftClause[]): DraftRow[] {
  const around = (row: FoundRow) => clauses.find((clause) => spansOverlap(clause, row))?.number ?? null
  const tables = [...new Set(rows.filter((row) => around(row) === null).map(({ table }) => table))]
  return rows.map((row) => {
    const within = around(row)
    const isWithin = within !== null
    const table = isWithin ? row.table : tables.indexOf(row.table) + 1
    const id = `${isWithin ? 'within' : 'row'}.${table}.${row.row}`
    return { ...row, table, id, isWithin, clause: within ?? clauseOfRow(row, text, drafts) }
  })
}

/** Target of a row: a clause that is kept, {@link ROW_LEFT_OUT}, or null while undecided. */
export function placeOfRow(row: DraftRow, placed: RowPlacements, drafts: readonly DraftClause[]): number | null {
  if (row.isWithin) return row.clause
  const place = placed.get(row.id) ?? row.clause
  if (place === null || place === ROW_LEFT_OUT) return place
  return drafts.some(({ number, isKept }) => number === place && isKept) ? place : null
}

/** Minimum overlap of a row's words with a deadline of its clause for both to be about the same. */
const SAME = 0.6

/** Days that the clause itself names for a row's task. */
export const daysInClause = ({ what }: DraftRow, { fields }: DraftClause): readonly string[] =>
  fields.flatMap(({ value, decision }) => {
    if (decision === 'dropped' || value.kind !== 'deadline') return []
    const [own, other] = [plainForm(what), plainForm(value.what)]
    return Math.max(containedShare(own, other), containedShare(other, own)) >= SAME ? [value.day] : []
  })

/** Days that the row's clause names for its task, if the row has another day; empty if the user assigned the row. */
export function otherDays(row: DraftRow, placed: RowPlacements, drafts: readonly DraftClause[]): readonly string[] {
  const draft = drafts.find(({ number }) => number === placeOfRow(row, placed, drafts))
  if (!draft || row.day === null || placed.has(row.id)) return []
  const said = daysInClause(row, draft)
  return said.includes(row.day) ? [] : said
}

/** Whether the user has to decide about a row: it has no clause, or its clause names another day. */
export const isRowOpen = (row: DraftRow, placed: RowPlacements, drafts: readonly DraftClause[]): boolean =>
  placeOfRow(row, placed, drafts) === null || otherDays(row, placed, drafts).length > 0

/** Deadline fields for rows assigned to a clause whose days the clause itself does not name. */
export const fieldsOfRows = (draft: DraftClause, rows: readonly DraftRow[]): DraftField[] =>
  rows.flatMap((row): DraftField[] =>
    row.isWithin || row.day === null || daysInClause(row, draft).includes(row.day)
      ? []
      : [
          {
            id: row.id,
            spans: [{ start: row.start, end: row.end }],
            value: { kind: 'deadline', day: row.day, what: row.what },
            doubt: null,
            decision: 'accepted',
          },
        ],
  )

/** Whether a row is inside its clause, or repeats a task with the same day; it is then not listed separately. */
const isRepeated = (row: DraftRow, draft: DraftClause) =>
  row.isWithin || (row.day !== null && daysInClause(row, draft).includes(row.day))

/**
 * Body fields for departments that a clause's rows name but the clause does not: those that take part, and leads of
 * rows whose task the clause states too. They lead only if the clause has no lead.
 */
function bodiesOfRows(draft: DraftClause, rows: readonly DraftRow[]): DraftField[] {
  const { fields } = draft
  const named = new Set(
    fields.flatMap(({ value, decision }) => (value.kind === 'body' && decision !== 'dropped' ? [value.name] : [])),
  )
  const isLed = fields.some(
    ({ value, decision }) => value.kind === 'body' && value.role === 'lead' && decision !== 'dropped',
  )
  return rows.flatMap((row) => {
    const { id, start, end, lead, support, carriedOutBy } = row
    const leads = isRepeated(row, draft) ? lead : []
    // 责任单位 in addition to 牵头单位: offices take part, governments carry out.
    return [...leads, ...support, ...carriedOutBy].flatMap((name): DraftField[] => {
      if (named.has(name) || (lead.includes(name) && !leads.includes(name))) return []
      named.add(name)
      const takesPart = support.includes(name) || !isGovernment(name) ? 'support' : 'carriedOutBy'
      const role = leads.includes(name) && !isLed ? 'lead' : takesPart
      const value = { kind: 'body', role, name } as const
      return [{ id: `${id}.${name}`, spans: [{ start, end }], value, doubt: null, decision: 'accepted' }]
    })
  })
}

/** The clauses with the fields of their assigned rows. */
export const withRows = (
  drafts: readonly DraftClause[],
  rows: readonly DraftRow[],
  placed: RowPlacements,
): readonly DraftClause[] =>
  rows.length === 0
    ? drafts
    : drafts.map((draft) => {
        const own = rows.filter((row) => placeOfRow(row, placed, drafts) === draft.number)
        return own.length === 0
          ? draft
          : { ...draft, fields: [...draft.fields, ...fieldsOfRows(draft, own), ...bodiesOfRows(draft, own)] }
      })
