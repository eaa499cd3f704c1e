import type { Position } from '@/domain/geodesy/position'

/** What the loaded package knows, for holding a file against it. */
export interface IntakeBase {
  /** Name of the file in problems. */
  readonly file: string
  readonly sheet: string
  /** Code of a county by code, name or alias. */
  readonly findCounty: (text: string) => string | null
  readonly countyName: (code: string) => string
  /** Code of the county that holds a position, or null outside all of them. */
  readonly countyAt: (position: Position) => string | null
  /** Metres to the middle line of the nearest river, Infinity where none is near. */
  readonly riverMetres: (position: Position) => number
  /** Code of the same thing in the package by name and, where both have one, position. */
  readonly codeOf: (name: string, position: Position | null) => string | null
  /** A code that neither the package nor an earlier call has. */
  readonly newCode: () => string
  /** A dustfall point by code or name, within a county where one is given. */
  readonly findPoint: (text: string, county: string | null) => { readonly code: string; readonly county: string } | null
  readonly findRoad: (text: string) => string | null
  /** The value of a unit in the month before, or null. */
  readonly valueBefore: (unit: string, month: string) => number | null
}
