import type { KindTable, SaidEnded } from '@/domain/rules/kind-table'
import { isEndedOnHeading, isStateHeading, saysEnded } from '@/domain/sources/ended-words'
import { type TableOfKind, textByMeaning } from '@/domain/sources/kinds/by-meaning'
import { EXTRA } from '@/domain/sources/reading/read-table'
import { textAt } from '@/domain/table/column'

/**
 * What the list says if a source is no more: its stage, or a column of the office's own on its state, as written; ''
 * if it says nothing of that. The requirements do not look at such words, so the source is judged as before.
 */
export function endedState(kind: TableOfKind, row: number): string {
  const stage = textByMeaning(kind, 'stage', row)
  if (saysEnded(stage)) return stage
  for (const name of Object.keys(kind.table.columns)) {
    if (!name.startsWith(EXTRA) || !isStateHeading(name.slice(EXTRA.length))) continue
    const cell = textAt(kind.table, name, row)
    if (saysEnded(cell)) return cell
  }
  return ''
}

/** A team's record that a source is no more, from the tables on a day; null if there is none. */
export const endedOnSite = ({ saidEnded }: Pick<KindTable, 'saidEnded'>, row: number): SaidEnded | null =>
  saidEnded?.get(row) ?? null

/** A cell of the list as written, under its heading. */
export interface WrittenCell {
  readonly heading: string
  readonly cell: string
}

/** Since when a source is no more, if the list has a column of the office's own for it; null if it does not say. */
export function endedSince({ table }: TableOfKind, row: number): WrittenCell | null {
  for (const name of Object.keys(table.columns)) {
    if (!name.startsWith(EXTRA) || !isEndedOnHeading(name.slice(EXTRA.length))) continue
    const cell = textAt(table, name, row).trim()
    if (cell !== '') return { heading: name.slice(EXTRA.length), cell }
  }
  return null
}
