import { toWgs84 } from '@/domain/geodesy/datum-shift'
import type { Position } from '@/domain/geodesy/position'
import { fromZone } from '@/domain/geodesy/zone-grid'
import { coordinatesOf } from '@/domain/intake/recognise/find-position'
import type { IntakePlan } from '@/domain/intake/recognise/plan'
import { orderPair } from '@/domain/intake/recognise/position-cells'
import { isAbsentMark, plainText } from '@/domain/sources/reading/cell'
import type { Note } from '@/domain/sources/reading/field-reader'

/** The unconverted position cells of a row. */
export function positionText(cells: readonly string[], { columns }: IntakePlan['position']): string {
  if (!columns) return ''
  if ('pair' in columns) return (cells[columns.pair] ?? '').trim()
  const [lon, lat] = [cells[columns.lon] ?? '', cells[columns.lat] ?? ''].map((cell) => cell.trim())
  return lon === '' && lat === '' ? '' : `${lon}, ${lat}`
}

const DEGREES_EXPECTED = '108.7, 34.3'

/** Position of a row in WGS-84; null without one, with a note if a cell could not be read. */
export function placeRow(
  cells: readonly string[],
  { position }: IntakePlan,
  note: (note: Note) => void,
): Position | null {
  const { form, datum, columns } = position
  if (columns === null) return null
  const read = coordinatesOf(cells, columns)
  const ordered = read && form && orderPair(read, form)
  if (!ordered) {
    const seen = positionText(cells, position)
    const nothing =
      seen === '' || isAbsentMark(plainText(seen).replace(/[,\s]/g, '')) || (read?.[0] === 0 && read[1] === 0)
    if (!nothing) note({ code: 'position-unreadable', seen, expected: DEGREES_EXPECTED, action: 'emptied' })
    return null
  }
  const { pair, swapped } = ordered
  if (form.unit === 'metres') return fromZone(form.zone, ...pair)
  if (swapped && !('pair' in columns)) {
    const seen = positionText(cells, position)
    note({ code: 'position-swapped', seen, became: `${pair[0]}, ${pair[1]}`, action: 'repaired' })
  }
  return toWgs84(datum ?? 'wgs84', pair)
}
