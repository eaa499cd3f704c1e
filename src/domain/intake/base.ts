import type { Position } from '@/domain/geodesy/position'
import type { KindId } from '@/domain/sources/kinds/kind'

/** A dustfall point that the package has. */
export interface KnownPoint {
  readonly code: string
  readonly name: string
  /** Code of its county. */
  readonly county: string
  /** Null where nobody knows yet. */
  readonly at: Position | null
  /** False for one that was made up for trying. */
  readonly real: boolean
}

/** What the loaded package knows, for holding a file against it. */
export interface IntakeBase {
  /** Name of the file in problems. */
  readonly file: string
  readonly sheet: string
  /** Code of a county by code, name or alias. */
  readonly findCounty: (text: string) => string | null
  readonly countyName: (code: string) => string
  /** Whether a text names the city as a whole. */
  readonly isCity: (text: string) => boolean
  /** Code of the county that holds a position, or null outside all of them. */
  readonly countyAt: (position: Position) => string | null
  /** Metres to the middle line of the nearest river, Infinity where none is as near as rows are held against. */
  readonly riverMetres: (position: Position) => number
  /** Code of the same thing in the package by name and, where both have one, position or county. */
  readonly codeOf: (name: string, position: Position | null, county: string | null) => string | null
  /** A code that neither the package nor an earlier call has. */
  readonly newCode: () => string
  /** The dustfall points that have a text as their code or name. */
  readonly pointsOf: (text: string) => readonly KnownPoint[]
  /** Code of the source of a kind by its code or name; null where the package has none. */
  readonly findSource: (kind: KindId, text: string) => string | null
  /** The figure of a county or a point in a month; null where it has none that is real. */
  readonly figureOf: (unit: string, month: string) => number | null
}
