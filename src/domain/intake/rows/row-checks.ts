import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import type { IntakeBase } from '@/domain/intake/intake-base'
import type { Note } from '@/domain/sources/reading/field-reader'
import { GrowableArray } from '@/domain/table/build-column'
import { TextIndex } from '@/domain/table/text-index'

/** Within this distance, two sources of one name are the same, or a copy by mistake. */
export const SAME_PLACE_METRES = 50
/**
 * Distance from a river's centre line within which nothing is built. The base map's own error is larger, so this is
 * only a doubt.
 */
export const RIVER_METRES = 30

const NONE = -1
/** Limit of earlier places compared per name, for columns that repeat one text on many rows. */
const MAX_LOOKED_AT = 100

/**
 * Checks across rows or against the map: repeated codes, the same name at the same place, positions in a river or
 * outside the city.
 */
export class RowChecks {
  private readonly codes = new TextIndex()
  /** Last placed row of each name, and for each row the previous one with its name. */
  private readonly latest = new TextIndex()
  private readonly earlier = new GrowableArray((length) => new Int32Array(length))
  private readonly rows = new GrowableArray((length) => new Uint32Array(length))
  private readonly lons = new GrowableArray((length) => new Float64Array(length))
  private readonly lats = new GrowableArray((length) => new Float64Array(length))

  constructor(private readonly base: IntakeBase) {}

  /** The earlier row with this code, or null. */
  repeated(code: string, row: number): number | null {
    return this.codes.add(code, row)
  }

  /**
   * Reports a position outside the city (`county` is the county that contains it) or in a river, and another source of
   * the same name nearby.
   */
  place(name: string, at: Position, county: string | null, row: number, note: (note: Note) => void): void {
    const seen = () => `${at[0].toFixed(6)}, ${at[1].toFixed(6)}`
    if (county === null) note({ code: 'position-outside', seen: seen(), action: 'kept' })
    else if (this.base.riverMetres(at) < RIVER_METRES) note({ code: 'position-in-river', seen: seen(), action: 'kept' })
    const before = this.latest.set(name, this.rows.length) ?? NONE
    for (let i = before, looked = 0; i !== NONE && looked < MAX_LOOKED_AT; i = this.earlier.at(i), looked++) {
      if (nearbyDistanceMetres(this.lons.at(i), this.lats.at(i), ...at) > SAME_PLACE_METRES) continue
      note({ code: 'same-name-near', seen: name, earlier: { row: this.rows.at(i)!, value: name }, action: 'kept' })
      break
    }
    this.earlier.push(before)
    this.rows.push(row)
    this.lons.push(at[0])
    this.lats.push(at[1])
  }
}
