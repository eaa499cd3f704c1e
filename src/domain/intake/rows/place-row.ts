import { toWgs84 } from '@/domain/geodesy/datum-shift'
import type { Position } from '@/domain/geodesy/position'
import { fromZone } from '@/domain/geodesy/zone-grid'
import { agreesWith, DATUM_CANDIDATES, DATUM_NAMES, type DatumCandidate } from '@/domain/intake/recognise/datum'
import { datumOfCell } from '@/domain/intake/recognise/datum-column'
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
const DATUMS_EXPECTED = Object.values(DATUM_NAMES).join('、')

/**
 * Position of a row in WGS-84; null without one, with a note if a cell could not be read, or states a coordinate system
 * that can't be. `known`: its position in the package; a row that lies there only in another system than its own gets a
 * note. `note` takes a heading if the remark is not about the coordinates.
 */
export function placeRow(
  cells: readonly string[],
  { position, header }: Pick<IntakePlan, 'position' | 'header'>,
  known: Position | null,
  note: (note: Note, heading?: string) => void,
): Position | null {
  const { form, columns, datumColumn } = position
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
  const stated = datumColumn === null ? null : datumOfCell(cells[datumColumn] ?? '')
  const datum = stated ?? position.datum
  // Without a column that states systems, a file with an open choice is shown as it is, and can't be taken over.
  if (datum === 'unread' || (datum === null && datumColumn !== null)) {
    const code = datum === null ? 'datum-missing' : 'datum-unread'
    const seen = (cells[datumColumn!] ?? '').trim()
    note({ code, seen, expected: DATUMS_EXPECTED, action: 'emptied' }, header.names[datumColumn!])
    return null
  }
  const other = known && datum && datumAt(known, pair, datum)
  if (other) {
    const [seen, expected] = [positionText(cells, position), DATUM_NAMES[other]]
    note({ code: 'datum-disagrees', seen, expected, action: 'kept' })
  }
  return toWgs84(datum ?? 'wgs84', pair)
}

/** The other datum in which a position lies at a known place; null if its own one fits, or none. */
const datumAt = (known: Position, pair: Position, own: DatumCandidate): DatumCandidate | null =>
  agreesWith(own, pair, known) ? null : (DATUM_CANDIDATES.find((datum) => agreesWith(datum, pair, known)) ?? null)
