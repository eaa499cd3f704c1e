import { isGovernment } from './bodies'
import { standsIn } from './correspond'
import type { DraftClause, DraftField } from './draft'
import { overlap, plainForm } from './plan-text'
import type { PlanReading } from './read-plan'
import type { FoundRow } from './table-rows'

/** A row of a table on its way to a clause. */
export interface DraftRow extends FoundRow {
  readonly id: string
  /** The clause that it stands in, else the one whose words it has, by its number; null where none has them, or several do. */
  readonly clause: number | null
  /** Whether it stands in its clause: its day was read there, and nobody has to say where it goes. */
  readonly isWithin: boolean
}

/** By row: the clause that a person put it to, or {@link LEFT_OUT}. */
export type Placed = ReadonlyMap<string, number>
export const LEFT_OUT = 0

/** Least share of a row's words that stands in its clause, and how much less may stand in any other. */
const STANDS = 0.5
const CLEARLY = 0.8

/** The clause that has the words of a row: clearly more of them than any other. */
function clauseOfRow({ what }: FoundRow, text: string, drafts: readonly DraftClause[]): number | null {
  const task = plainForm(what)
  const [best, second] = drafts
    .map(({ number, start, end }) => ({ number, share: standsIn(task, plainForm(text.slice(start, end))) }))
    .sort((a, b) => b.share - a.share)
  return best && best.share >= STANDS && (second?.share ?? 0) <= CLEARLY * best.share ? best.number : null
}

/** The rows of a plan, each with its clause; the tables outside the clauses are counted among themselves. */
export function rowsOf({ text, clauses, rows }: PlanReading, drafts: readonly DraftClause[]): DraftRow[] {
  const around = (row: FoundRow) => clauses.find((clause) => overlap(clause, row))?.number ?? null
  const tables = [...new Set(rows.filter((row) => around(row) === null).map(({ table }) => table))]
  return rows.map((row) => {
    const within = around(row)
    const isWithin = within !== null
    const table = isWithin ? row.table : tables.indexOf(row.table) + 1
    const id = `${isWithin ? 'within' : 'row'}.${table}.${row.row}`
    return { ...row, table, id, isWithin, clause: within ?? clauseOfRow(row, text, drafts) }
  })
}

/** Where a row goes: a clause that is kept, {@link LEFT_OUT}, or null while nobody has said. */
export function placeOfRow(row: DraftRow, placed: Placed, drafts: readonly DraftClause[]): number | null {
  if (row.isWithin) return row.clause
  const place = placed.get(row.id) ?? row.clause
  if (place === null || place === LEFT_OUT) return place
  return drafts.some(({ number, isKept }) => number === place && isKept) ? place : null
}

/** So much of what a row says has to stand in a day of its clause for both to be about the same. */
const SAME = 0.6

/** The days that a clause itself names for what a row says. */
export const daysSaid = ({ what }: DraftRow, { fields }: DraftClause): readonly string[] =>
  fields.flatMap(({ value, decision }) => {
    if (decision === 'dropped' || value.kind !== 'deadline') return []
    const [own, other] = [plainForm(what), plainForm(value.what)]
    return Math.max(standsIn(own, other), standsIn(other, own)) >= SAME ? [value.day] : []
  })

/** The days that the clause of a row names for what it says, where its own is another one; none where a person put it there. */
export function otherDays(row: DraftRow, placed: Placed, drafts: readonly DraftClause[]): readonly string[] {
  const draft = drafts.find(({ number }) => number === placeOfRow(row, placed, drafts))
  if (!draft || row.day === null || placed.has(row.id)) return []
  const said = daysSaid(row, draft)
  return said.includes(row.day) ? [] : said
}

/** Whether a person has to say where a row goes: to no clause, or to one that says otherwise. */
export const isRowOpen = (row: DraftRow, placed: Placed, drafts: readonly DraftClause[]): boolean =>
  placeOfRow(row, placed, drafts) === null || otherDays(row, placed, drafts).length > 0

/** The days of the rows that were put to a clause and say more than its own words do, as its fields. */
export const fieldsOfRows = (draft: DraftClause, rows: readonly DraftRow[]): DraftField[] =>
  rows.flatMap((row): DraftField[] =>
    row.isWithin || row.day === null || daysSaid(row, draft).includes(row.day)
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

/** Whether a row stands in its clause, or says what that does by the same day: it is not listed besides. */
const isRepeated = (row: DraftRow, draft: DraftClause) =>
  row.isWithin || (row.day !== null && daysSaid(row, draft).includes(row.day))

/**
 * The departments of the rows of a clause that the clause itself does not name, as its fields: those that take part, and those
 * that lead what the clause says, too; they lead where nobody does.
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
    // 责任单位 beside 牵头单位: offices take part, governments carry out.
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

/** The clauses with what the rows say that were put to them. */
export const withRows = (
  drafts: readonly DraftClause[],
  rows: readonly DraftRow[],
  placed: Placed,
): readonly DraftClause[] =>
  rows.length === 0
    ? drafts
    : drafts.map((draft) => {
        const own = rows.filter((row) => placeOfRow(row, placed, drafts) === draft.number)
        return own.length === 0
          ? draft
          : { ...draft, fields: [...draft.fields, ...fieldsOfRows(draft, own), ...bodiesOfRows(draft, own)] }
      })
