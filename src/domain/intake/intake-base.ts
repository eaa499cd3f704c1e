import type { Position } from '@/domain/geodesy/position'
import type { KindId } from '@/domain/sources/kinds/kind'

/** A dustfall point in the package. */
export interface KnownPoint {
  readonly code: string
  readonly name: string
  /** Code of its county. */
  readonly county: string
  /** Null if unknown. */
  readonly at: Position | null
  /** False for a made-up point. */
  readonly real: boolean
}

/** What an import compares a file with: the content of the loaded package. */
export interface IntakeBase {
  /** Name of the file in problems. */
  readonly file: string
  readonly sheet: string
  /** Code of a county by code, name or alias. */
  readonly findCounty: (text: string) => string | null
  /** Name of the only county that differs in one character from a text; null if there is none or several. */
  readonly similarCounty: (text: string) => string | null
  readonly countyName: (code: string) => string
  /** Whether a text names the whole city. */
  readonly isCity: (text: string) => boolean
  /** Code of the county that contains a position; null outside all counties. */
  readonly countyAt: (position: Position) => string | null
  /** Position of a known source by code or name, or null. */
  readonly known: (row: { readonly code: string; readonly name: string }) => Position | null
  /** Metres to the centre line of the nearest river; Infinity if it is beyond the distance that is checked. */
  readonly riverMetres: (position: Position) => number
  /** Code of the matching source in the package: same name and, if both have one, same position or county. */
  readonly codeOf: (name: string, position: Position | null, county: string | null) => string | null
  /**
   * For a row with a code that the package lacks, the generated code of the package's source with its name and place;
   * null if there is none.
   */
  readonly uncodedAs: (row: {
    readonly code: string
    readonly name: string
    readonly at: Position | null
    readonly county: string | null
  }) => string | null
  /** Returns a code that is unused in the package and by earlier calls. */
  readonly newCode: () => string
  /** Dustfall points with a text as their code or name. */
  readonly pointsOf: (text: string) => readonly KnownPoint[]
  /** Finds a source of a kind by code or name and returns its code; null if the package has none. */
  readonly findSource: (kind: KindId, text: string) => string | null
  /** Share of the detection limit that a point's value below it counts as. */
  readonly belowDetectionShare: number
  /** Months with real dustfall in the package. */
  readonly months: readonly string[]
  /** Dustfall of a county or point in a month; null if the package has no real value. */
  readonly figureOf: (unit: string, month: string) => number | null
}
