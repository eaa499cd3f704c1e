import type { Month } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import type { DatumCandidate } from './datum'
import type { DustfallForm } from './dustfall-form'
import type { Header } from './header'
import type { PositionForm } from './position-cells'
import type { Target, TargetRole } from './target'

/** Where the position stands: two columns, or one that holds both. */
export type PositionColumns = { readonly lon: number; readonly lat: number } | { readonly pair: number }

/** Everything that is decided about a table before its rows are read. Row numbers count from 1, as a spreadsheet does. */
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
    /** Null where nobody knows yet: then nothing can be taken over. */
    readonly datum: DatumCandidate | null
  }
  readonly dustfall: DustfallForm
  /** The month of a table that has no column of months. */
  readonly month: Month | null
  /** The year of months that are written without one. */
  readonly year: string | null
  /** Whether months stand without a year in the table, and no title or name of the file tells it. */
  readonly undated: boolean
  /** Rows as somebody has corrected them. */
  readonly edits: ReadonlyMap<number, readonly string[]>
  /** Codes of the counties that somebody has chosen for lost points, by their key. */
  readonly counties: ReadonlyMap<string, string>
  /** Positions set by hand, WGS-84. */
  readonly placed: ReadonlyMap<number, Position>
}
