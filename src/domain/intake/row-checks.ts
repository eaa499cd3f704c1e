import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import type { Note } from '@/domain/sources/field-reader'
import type { IntakeBase } from './base'

/** Two things of one name are the same, or a copy by mistake, within this. */
export const SAME_PLACE_METRES = 50
/** The line of a river stands for its middle; so near to it nothing is built. The base map's own fault is larger, so it is only a doubt. */
const RIVER_METRES = 30

/** Checks that look at several rows, or at the map: the same code twice, one name at one place, a place in the river or outside the city. */
export class RowChecks {
  private readonly codes = new Map<string, number>()
  private readonly names = new Map<string, { row: number; at: Position }[]>()

  constructor(private readonly base: IntakeBase) {}

  /** The row that had this code before, or null. */
  repeated(code: string, row: number): number | null {
    const before = this.codes.get(code)
    if (before === undefined) this.codes.set(code, row)
    return before ?? null
  }

  place(name: string, at: Position, row: number, note: (note: Note) => void): void {
    const county = this.base.countyAt(at)
    const seen = `${at[0].toFixed(6)}, ${at[1].toFixed(6)}`
    if (county === null) note({ code: 'position-outside', seen, action: 'kept' })
    else if (this.base.riverMetres(at) < RIVER_METRES) note({ code: 'position-in-river', seen, action: 'kept' })
    const same = this.names.get(name)
    if (!same) {
      this.names.set(name, [{ row, at }])
      return
    }
    const near = same.find((each) => nearbyDistanceMetres(...each.at, ...at) <= SAME_PLACE_METRES)
    if (near) note({ code: 'same-name-near', seen: name, expected: String(near.row), action: 'kept' })
    same.push({ row, at })
  }
}
