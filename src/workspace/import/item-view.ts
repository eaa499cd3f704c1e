import type { Month } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import type { IntakeCounts } from '@/domain/intake/intake'
import type { Blanks, Difference, GoneRows } from '@/domain/intake/merge'
import type { DatumCandidate } from '@/domain/intake/recognise/datum'
import type { ContradictedDatumColumn } from '@/domain/intake/recognise/datum-contradiction'
import type { DustfallForm } from '@/domain/intake/recognise/dustfall-form'
import type { UnitsOfFigures } from '@/domain/intake/recognise/dustfall-units'
import type { Header } from '@/domain/intake/recognise/header'
import type { PositionColumns } from '@/domain/intake/recognise/plan'
import type { PositionForm } from '@/domain/intake/recognise/position-cells'
import type { ColumnMatch, Guess } from '@/domain/intake/recognise/recognise'
import type { StatedColumns } from '@/domain/intake/recognise/stated-columns'
import type { TableDatum } from '@/domain/intake/recognise/table-datum'
import type { TargetRole } from '@/domain/intake/recognise/target'
import type { FlagWords } from '@/domain/intake/rows/flag-words'
import type { LostPoint } from '@/domain/intake/rows/point-matcher'
import type { ProblemGroup } from '@/domain/intake/rows/problem-log'
import type { Contested } from '@/domain/intake/set-by-hand'
import type { Problem } from '@/domain/problem'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { CorrectedRows } from '@/io/formats/bad-rows'
import type { EncodingFinding } from '@/io/formats/encoding'
import type { FileFormat } from '@/io/formats/table-file'
import type { Blocker, OpenDoubt } from './blockers'
import type { Clash } from './clashes'
import type { DifferingFigure } from './differing-figures'
import type { EndedRows } from './ended-rows'
import type { MissingColumn } from './missing-columns'
import type { SameContent } from './repeated-rows'
import type { UnlistedCounties } from './unlisted-counties'

/** A file or one of its tables, for the screen. */
export interface ItemView {
  readonly id: number
  readonly file: string
  readonly bytes: number
  /** Why the file can't be read at all; then `table` is null. */
  readonly problem: Problem | null
  /** Null with a problem, and for a packed workspace, which is opened as a whole. */
  readonly table: ItemTable | null
}

/** Contents of a dustfall table: its points and months, and the month that the ranking will show. */
export interface DustfallView {
  /** Points that are new to the package. */
  readonly made: number
  readonly known: number
  /** Known points that exist only in made-up data; they become real, at the same place. */
  readonly knownMadeUp: number
  /** Points without a position, each with a row by which to place it. */
  readonly unplaced: readonly { readonly name: string; readonly county: string; readonly row: number }[]
  /** Points whose rows don't contain their county, including those for which the user chose one. */
  readonly lost: readonly LostPoint[]
  readonly firstMonth: Month
  readonly lastMonth: Month
  readonly rankingMonth: Month
  /** For a table of counties: how many ranked counties the city has, and the names of those without any figure here. */
  readonly counties: { readonly ranked: number; readonly lacking: readonly string[] } | null
  /**
   * Published figures that are not the means of the points of the same month. The other of the two is in the package, or
   * in a file that is imported with this one.
   */
  readonly differing: readonly DifferingFigure[]
  /** Number of stored published figures that it changes and that are not locked. */
  readonly unlockedChanges: number
  /** Whether a column states the figures of last year, which are only compared. */
  readonly statesLastYear: boolean
  /** Columns of a wide table with figures that are only compared, each with the month whose figure it is about. */
  readonly compared: readonly { readonly heading: string; readonly month: Month }[]
  /** Headings of columns of a wide table that are neither imported nor compared. */
  readonly unused: readonly string[]
  /** The units of its figures; null if it has only weighings. */
  readonly units: UnitsOfFigures | null
}

/** Made-up measurements: number of rows and months, first and last month. */
export interface MadeUpSummary {
  readonly rows: number
  readonly months: number
  /** Number of these months that the real file replacing them does not have. */
  readonly monthsLost: number
  readonly firstMonth: Month
  readonly lastMonth: Month
  /** Those whose figures were published, and so locked. */
  readonly monthsPublished: readonly Month[]
}

/** Rows that an import takes, and how many of them are new, changed or the same. */
export interface CountedRows {
  readonly taken: number
  readonly added: number
  readonly changed: number
  readonly same: number
}

/** What was recognised in a table, what the user chose, and the result. */
export interface ItemTable {
  readonly format: FileFormat
  readonly encoding: EncodingFinding | null
  readonly delimiter: string | null
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[]
  readonly sheet: number
  /** The first rows, with corrections by the user, for the preview. */
  readonly head: readonly (readonly string[])[]
  /** Rows below the header up to the last filled one; null before they are read. */
  readonly rows: number | null
  readonly hiddenColumns: readonly number[]
  readonly header: Header
  readonly guesses: readonly Guess[]
  readonly role: TargetRole
  readonly matches: readonly ColumnMatch[]
  readonly columns: Readonly<Record<string, number>>
  readonly position: PositionColumns | null
  readonly form: PositionForm | null
  readonly datum: TableDatum | null
  readonly chosenDatum: DatumCandidate | null
  /** The column that states the coordinate system of each row, and whether it is used; null without one. */
  readonly datumColumn: (ContradictedDatumColumn & { readonly isUsed: boolean }) | null
  /** Whether the user has to choose the coordinate system. */
  readonly asksDatum: boolean
  /** Positions in degrees of some rows, unchanged. */
  readonly sample: readonly Position[]
  readonly dustfall: DustfallForm
  /** Columns that the app worked out for its own export, which are not imported. */
  readonly workedOut: ReadonlySet<number>
  /** Columns with figures that are only compared. */
  readonly stated: StatedColumns
  readonly month: string | null
  /** The year from which the user chooses a month: of the title or the file's name; null if none is stated. */
  readonly yearAbout: string | null
  /** The years chosen for days without one, by field. */
  readonly years: ReadonlyMap<string, number>
  /** Whether the user has to choose the month, or the year of the months. */
  readonly asksMonth: boolean
  /** Contents of a dustfall table; null for other tables, and before its rows are read. */
  readonly brings: DustfallView | null
  /** Whether all rows were read; a large file is read only when nothing is left to ask. */
  readonly read: boolean
  readonly counts: IntakeCounts
  readonly groups: readonly ProblemGroup[]
  /** Counties on no list that stay in the package as written; null if none. */
  readonly unlisted: UnlistedCounties | null
  /** Counties on no list that are left out, because the position lies in no county; null if none. */
  readonly emptied: UnlistedCounties | null
  /** How its words for yes and no were read, by field. */
  readonly flagWords: readonly FlagWords[]
  /** Changes that it makes; null if it replaces everything of its kind, or nothing is read yet. */
  readonly difference: Difference | null
  /** Stored columns that an earlier version of the app took from an export, and that are removed. */
  readonly frozen: readonly string[]
  /** An earlier file of the same import with the same content; null if there is none. */
  readonly sameContent: SameContent | null
  /** What of its counts files imported together with it count already, having the same rows; null if nothing. */
  readonly countedBefore: CountedRows | null
  /** What another file of the same import says otherwise; null if none does. */
  readonly clash: Clash | null
  /** Whether it was chosen to count instead of that file. */
  readonly overrules: boolean
  /** Whether the unlocked figures that it changes are said to have never been given out. */
  readonly neverGivenOut: boolean
  /** Values set by hand or in the package that the file contradicts; counties by name. */
  readonly contested: { readonly count: number; readonly first: readonly Contested[] }
  /** Existing rows of the kind, with their data class. */
  readonly there: { readonly rows: number; readonly dataClass: DataClass } | null
  /** Made-up measurements that the real ones replace; null if none. */
  readonly madeUp: MadeUpSummary | null
  /** Number of made-up points that are no longer there once the files of its kind are imported. */
  readonly madeUpPointsGone: number
  readonly dataClass: DataClass
  /** Ids of the files of its kind that are imported with it, its own first: a row is missing if none of them has it. */
  readonly together: readonly number[]
  /** What happens to existing rows that are missing. */
  readonly gone: GoneRows
  /** Names of the only counties that these files are about, whose rows alone may be missing; null for the whole list. */
  readonly goneWithin: readonly string[] | null
  /** What a corrected workbook of bad rows replaced; null if none was dropped. */
  readonly corrected: CorrectedRows | null
  /** Whether they may be removed. */
  readonly mayLackRows: boolean
  /** What happens to existing values for which the file has a blank cell. */
  readonly blanks: Blanks
  /** Whether the choices come from an earlier file with the same headings. */
  readonly remembered: boolean
  /** Columns that rules read and for which no heading was found. */
  readonly missing: readonly MissingColumn[]
  /** Its rows that are completed or closed according to the file, which are judged all the same; null if none. */
  readonly ended: EndedRows | null
  readonly blockers: readonly Blocker[]
  /** The doubt of its rows that must be confirmed next; null if none. */
  readonly doubt: OpenDoubt | null
  /** Another kind of sources to which most of its codes belong; null if none. */
  readonly kindOfCodes: KindId | null
}
