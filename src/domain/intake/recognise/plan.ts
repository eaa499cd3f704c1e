import type { Month } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import type { FlagPlan } from '@/domain/intake/rows/flag-cells'
import type { DatumCandidate } from './datum'
import type { DustfallForm } from './dustfall-form'
import type { TableUnits } from './dustfall-units'
import type { Header } from './header'
import type { YearOfMonths } from './month-words'
import type { PositionForm } from './position-cells'
import type { StatedColumns } from './stated-columns'
import type { Target, TargetRole } from './target'

/** Columns of the position: two columns, or one with both coordinates. */
export type PositionColumns = { readonly lon: number; readonly lat: number } | { readonly pair: number }

/**
 * Everything that is decided about a table before its rows are read. Row numbers count from 1, as a spreadsheet does.
 */
export interface IntakePlan {
  readonly role: TargetRole
  /** The target of that role. */
  readonly target: Target
  readonly header: Header
  /** Column of each field that the table has. */
  readonly columns: Readonly<Record<string, number>>
  readonly position: {
    readonly columns: PositionColumns | null
    readonly form: PositionForm | null
    /** Of the rows that state none; null while undecided. */
    readonly datum: DatumCandidate | null
    /** Column with the coordinate system of each row; null if there is none, or the user does not want it used. */
    readonly datumColumn: number | null
  }
  readonly dustfall: DustfallForm
  /** Columns that the app worked out for its own export, which are not imported. */
  readonly workedOut: ReadonlySet<number>
  /** Columns of the office that have the heading under which the import keeps the texts of another column. */
  readonly ownOriginals: ReadonlySet<number>
  /** Columns beside those of months with figures that are only compared; of a table of counties. */
  readonly stated: StatedColumns
  /** The units that a dustfall table states. */
  readonly units: TableUnits
  /** Columns that have a cell in at least one of the first rows; a column for a month to come has none. */
  readonly filled: ReadonlySet<number>
  /** Month of a table without a month column. */
  readonly month: Month | null
  readonly year: YearOfMonths
  /** Whether the text around the table speaks of several months or a year, and the heading of the figures of no month. */
  readonly isOfPeriod: boolean
  /** Whether months in the table have no year, and neither a title nor the file name states one, or they state several. */
  readonly undated: boolean
  /** The year that the user gave for all days without one in the column of a field. */
  readonly years: ReadonlyMap<string, number>
  /** How words for yes and no are read. */
  readonly flags: FlagPlan
  /** Rows corrected by the user. */
  readonly edits: ReadonlyMap<number, readonly string[]>
  /** Codes of the counties chosen for lost points, by key. */
  readonly counties: ReadonlyMap<string, string>
  /** Positions set by hand, WGS-84. */
  readonly placed: ReadonlyMap<number, Position>
}
