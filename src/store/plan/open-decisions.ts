import { type DraftRow, isRowOpen } from '@/domain/plan/draft-rows'
import type { CarryOver, Decided } from './carrying'

/** Something to decide: a field, what a clause takes over, or a row. */
export interface OpenPlace {
  /** {@link ROWS_NUMBER} for a row. */
  readonly clause: number
  readonly id: string
  readonly place: number
}

/** Number under which the rows of the plan's tables are shown, after all clauses. */
export const ROWS_NUMBER = 10_000

/** Rows whose clause only the user can determine or confirm. */
export const rowsToPlace = ({ proposal }: Pick<Decided, 'proposal'>): readonly DraftRow[] =>
  (proposal?.rows ?? []).filter(({ isWithin }) => !isWithin)

/**
 * Open decisions of a plan: undecided fields in order, after those of each clause what it takes over, and rows without
 * a clause.
 */
export function openDecisions(
  decided: Decided,
  overs: readonly CarryOver[],
  confirmed: ReadonlyMap<number, string>,
): readonly OpenPlace[] {
  const { drafts, placed } = decided
  const ofClauses = drafts
    .filter(({ isKept }) => isKept)
    .flatMap(({ number, fields }) => {
      const over = overs.find(({ clause }) => clause === number)
      const isOver = over && confirmed.get(number) !== over.sign
      return [
        ...fields.flatMap(({ id, decision }, place) => (decision === 'open' ? [{ clause: number, id, place }] : [])),
        ...(isOver ? [{ clause: number, id: carryOverId(number), place: fields.length }] : []),
      ]
    })
  const ofRows = rowsToPlace(decided).flatMap((row, place) =>
    isRowOpen(row, placed, drafts) ? [{ clause: ROWS_NUMBER, id: row.id, place }] : [],
  )
  return [...ofClauses, ...ofRows]
}

/** Id for what a clause takes over, like the ids of fields. */
export const carryOverId = (clause: number): string => `${clause}.earlier`
