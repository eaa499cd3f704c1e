import type { GoneRows } from '@/domain/intake/merge'
import type { IntakeChoice } from '@/domain/intake/recognise/make-plan'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { FileChoice } from '@/io/formats/open-file'

/** What somebody may change about a file before it is taken over. */
export interface ItemChoice extends FileChoice, IntakeChoice {
  readonly sheet?: number
  readonly dataClass?: DataClass
  readonly gone?: GoneRows
  /** Contested values of the package for which the file's is to stand, by their keys. */
  readonly replaced?: readonly string[]
}

/** What was chosen before, and what is chosen now on top of it. */
export function withChoice(before: ItemChoice, now: ItemChoice): ItemChoice {
  const all: ItemChoice = {
    ...before,
    ...now,
    columns: { ...before.columns, ...now.columns },
    edits: new Map([...(before.edits ?? []), ...(now.edits ?? [])]),
    placed: new Map([...(before.placed ?? []), ...(now.placed ?? [])]),
    counties: new Map([...(before.counties ?? []), ...(now.counties ?? [])]),
  }
  if (!('role' in now || 'header' in now || 'sheet' in now)) return all
  // Another kind, another header or another sheet: what was matched before does not hold.
  const { columns: _, position: __, ...kept } = all
  return { ...kept, ...(now.columns ? { columns: now.columns } : {}) }
}

/** Whether a choice says how the bytes of the file are read, so that it must be opened anew. */
export const opensAnew = (choice: ItemChoice) => 'encoding' in choice || 'delimiter' in choice
