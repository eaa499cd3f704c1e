import type { Month } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import type { IntakeCounts } from '@/domain/intake/intake'
import type { Difference, GoneRows } from '@/domain/intake/merge'
import type { DatumCandidate, DatumFinding } from '@/domain/intake/recognise/datum'
import type { DustfallForm } from '@/domain/intake/recognise/dustfall-form'
import type { Header } from '@/domain/intake/recognise/header'
import type { PositionColumns } from '@/domain/intake/recognise/plan'
import type { PositionForm } from '@/domain/intake/recognise/position-cells'
import type { ColumnMatch, Guess } from '@/domain/intake/recognise/recognise'
import type { TargetRole } from '@/domain/intake/recognise/target'
import type { LostPoint } from '@/domain/intake/rows/point-book'
import type { ProblemGroup } from '@/domain/intake/rows/problem-log'
import type { Contested } from '@/domain/intake/set-by-hand'
import type { Problem } from '@/domain/problem'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { EncodingFinding } from '@/io/formats/encoding'
import type { FileFormat } from '@/io/formats/table-file'
import type { Blocker } from './blockers'
import type { MissingColumn } from './missing-columns'

/** A file's table as the screen sees it. */
export interface ItemView {
  readonly id: number
  readonly file: string
  readonly bytes: number
  /** Why the file can't be read at all; then there is no table. */
  readonly problem: Problem | null
  /** Null with a problem, and for a packed workspace, which is opened as a whole. */
  readonly table: ItemTable | null
}

/** What a table of dustfall brings: its points, its months, and which month the ranking shows then. */
export interface DustfallView {
  /** Points that the package does not have yet. */
  readonly made: number
  readonly known: number
  /** Of those that it has: how many stand in made-up data only, and become real ones where they are. */
  readonly knownMadeUp: number
  /** Points without a position, with a row by which each can be placed. */
  readonly unplaced: readonly { readonly name: string; readonly county: string; readonly row: number }[]
  /** Points whose rows don't tell their county, those for which one was chosen among them. */
  readonly lost: readonly LostPoint[]
  readonly firstMonth: Month
  readonly lastMonth: Month
  readonly rankingMonth: Month
}

/** Measurements that were made up for trying: their rows, months, first and last month. */
export interface MadeUp {
  readonly rows: number
  readonly months: number
  /** How many of these months the file that they go for has not. */
  readonly monthsLost: number
  readonly firstMonth: Month
  readonly lastMonth: Month
  /** Those of them whose figures were published, and locked with that. */
  readonly monthsPublished: readonly Month[]
}

/** What was found in a table, what was chosen, and what came of it. */
export interface ItemTable {
  readonly format: FileFormat
  readonly encoding: EncodingFinding | null
  readonly delimiter: string | null
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[]
  readonly sheet: number
  /** First rows as they stand, for the preview. */
  readonly head: readonly (readonly string[])[]
  readonly hiddenColumns: readonly number[]
  readonly header: Header
  readonly guesses: readonly Guess[]
  readonly role: TargetRole
  readonly matches: readonly ColumnMatch[]
  readonly columns: Readonly<Record<string, number>>
  readonly position: PositionColumns | null
  readonly form: PositionForm | null
  readonly datum: DatumFinding | null
  readonly chosenDatum: DatumCandidate | null
  /** Degrees of some rows as they stand. */
  readonly sample: readonly Position[]
  readonly dustfall: DustfallForm
  readonly month: string | null
  /** Whether somebody has to say the month, or the year of the months. */
  readonly asksMonth: boolean
  /** What a table of dustfall brings; null for another, and before its rows are read. */
  readonly brings: DustfallView | null
  /** Whether all rows were read; a large file waits until nothing has to be asked. */
  readonly read: boolean
  readonly counts: IntakeCounts
  readonly groups: readonly ProblemGroup[]
  /** What it changes; null where it replaces everything of its kind, or there is nothing yet. */
  readonly difference: Difference | null
  /** Values that were set by hand or are there, against which the file brings others; counties by name. */
  readonly contested: { readonly count: number; readonly first: readonly Contested[] }
  /** Rows of the kind that are there now, and how real they are. */
  readonly there: { readonly rows: number; readonly dataClass: DataClass } | null
  /** Made-up measurements that go where real ones come; null where none do. */
  readonly madeUp: MadeUp | null
  readonly dataClass: DataClass
  /** What becomes of rows that are there and not in the file. */
  readonly gone: GoneRows
  /** Nobody has chosen it: they are kept since the file knows few of the rows that are there. */
  readonly keepsUnasked: boolean
  /** Read as a file with the same headings was read before. */
  readonly remembered: boolean
  /** Columns that requirements look at and no heading was taken for. */
  readonly missing: readonly MissingColumn[]
  readonly blockers: readonly Blocker[]
}
