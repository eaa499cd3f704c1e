import type { Blanks, GoneRows } from '@/domain/intake/merge'
import type { IntakeChoice } from '@/domain/intake/recognise/make-plan'
import type { TargetRole } from '@/domain/intake/recognise/target'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { FileChoice } from '@/io/formats/open-file'

/**
 * A doubt about rows that a person must confirm: a figure too large, a month far off, a source without its code, a
 * stored yes or no that is emptied since the file's cell can't be read.
 */
export type ConfirmedDoubt = 'large' | 'far' | 'uncoded' | 'unread'

/** What the user may change about a file before it is taken over. */
export interface ItemChoice extends FileChoice, IntakeChoice {
  readonly sheet?: number
  readonly dataClass?: DataClass
  readonly gone?: GoneRows
  /** The ids of the files for which rows missing from all of them are to be removed; absent: this file alone. */
  readonly goneAmong?: readonly number[]
  readonly blanks?: Blanks
  /** Whether it counts where an earlier file of the same import says something else. */
  readonly overrules?: boolean
  /** By doubt, the number of such rows or cells that a person has confirmed. */
  readonly confirmed?: Readonly<Partial<Record<ConfirmedDoubt, number>>>
  /**
   * Whether the figures of counties that it changes were only entered wrongly and never given out, so that the change is
   * no correction. It says nothing of figures that were locked.
   */
  readonly neverGivenOut?: boolean
  /** Keys of the contested values for which the file's value replaces the package's. */
  readonly replaced?: readonly string[]
}

/** Earlier choices with new ones on top. `role`: what the table is read as, which a choice may just confirm. */
export function withChoice(before: ItemChoice, now: ItemChoice, role?: TargetRole): ItemChoice {
  const all: ItemChoice = {
    ...before,
    ...now,
    columns: { ...before.columns, ...now.columns },
    ...(now.flagWords ? { flagWords: { ...before.flagWords, ...now.flagWords } } : {}),
    ...(now.confirmed ? { confirmed: { ...before.confirmed, ...now.confirmed } } : {}),
    years: new Map([...(before.years ?? []), ...(now.years ?? [])]),
    edits: new Map([...(before.edits ?? []), ...(now.edits ?? [])]),
    placed: new Map([...(before.placed ?? []), ...(now.placed ?? [])]),
    counties: new Map([...(before.counties ?? []), ...(now.counties ?? [])]),
  }
  const isOtherRole = 'role' in now && (role === undefined || now.role !== role)
  if (!(isOtherRole || 'header' in now || 'sheet' in now)) return all
  // With another kind, header or sheet, earlier choices about its columns no longer hold, nor those about its rows.
  const {
    columns: _,
    position: __,
    years: ___,
    datumColumn: ____,
    flagWords: _____,
    overrules: ______,
    confirmed: _______,
    neverGivenOut: ________,
    ...kept
  } = all
  const { columns, years, datumColumn, flagWords } = now
  return {
    ...kept,
    ...(columns && { columns }),
    ...(years && { years }),
    ...(datumColumn !== undefined && { datumColumn }),
    ...(flagWords && { flagWords }),
  }
}

/** Whether a choice changes how the file's bytes are read, so that it must be opened again. */
export const mustReopenFile = (choice: ItemChoice) => 'encoding' in choice || 'delimiter' in choice
