import { roundHalfEven } from '@/domain/dustfall/rounding'
import { sampleDustfall, wholeSample } from '@/domain/dustfall/sample'
import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { ChangedRow } from '@/domain/intake/merge'
import type { Target } from '@/domain/intake/recognise/target'
import { WEIGHING } from '@/domain/intake/rows/measured-sample'
import { type Table, type Value, valueAt } from '@/domain/table/column'
import type { ReadItem } from './import-item'

type Fields = ChangedRow['fields']

/** Positions of one thing differ by less: they were taken elsewhere on its ground. */
const SAME_PLACE_METRES = 100

/** Fields that an item states; what was worked out, and further columns, are no statement. */
const statedBy = ({ recognised, taken }: ReadItem) =>
  Object.keys(taken.table.columns).filter((name) => name in recognised.plan.columns || FIGURES.has(name))
const FIGURES: ReadonlySet<string> = new Set(['value', 'given'])

/** Whether a cell has only the first digits of a number, which contradict nothing. */
const isCut = ({ taken }: ReadItem, field: string, row: number) => taken.lostDigits.get(field)?.has(row) ?? false

/**
 * Returns what a row of an item says otherwise than a row of an earlier one about the same thing. Blank cells say
 * nothing, but a month without a valid value contradicts one with a value, as does a county's month that was not measured:
 * such a row is only read if it says so.
 */
export function statedOtherwise(earlier: ReadItem, item: ReadItem): (other: number, row: number) => Fields {
  const [was, is] = [earlier.taken.table, item.taken.table]
  const { key, role } = item.recognised.plan.target
  const known = new Set(statedBy(earlier))
  const isMonth = role === 'dustfall-samples'
  const saysNone = (field: string) => role === 'dustfall-published' && field === 'value'
  const fields = statedBy(item).filter(
    (name) => known.has(name) && !key.includes(name) && !(isMonth && name === 'valid'),
  )
  return (other, row) => {
    const differing = fields.flatMap((field): Fields => {
      if (isCut(earlier, field, other) || isCut(item, field, row)) return []
      const [before, after] = [valueAt(was, field, other), valueAt(is, field, row)]
      if (before === after) return []
      return (before === null || after === null) && !saysNone(field) ? [] : [{ field, before, after }]
    })
    if (!isMonth) return [...differing, ...movedPlace(was, other, is, row)]
    return differing.length > 0 ? differing : otherMonth(was, other, is, row)
  }
}

/** Whether a row still says what {@link statedOtherwise} found to be said in one that was stored as it. */
export function saysStill({ role }: Target, table: Table, row: number, field: string, value: Value): boolean {
  if (valueAt(table, field, row) === value) return true
  if (role !== 'dustfall-samples') return false
  return field === 'valid' ? countsIn(table, row) === value : field === 'given' && figureOf(table, row) === value
}

/** Longitude and latitude of rows that lie at different places. */
function movedPlace(was: Table, other: number, is: Table, row: number): Fields {
  const fields = (['lon', 'lat'] as const).map((field) => ({
    field,
    before: valueAt(was, field, other),
    after: valueAt(is, field, row),
  }))
  const [lon1, lat1, lon2, lat2] = [...fields.map(({ before }) => before), ...fields.map(({ after }) => after)]
  if (typeof lon1 !== 'number' || typeof lat1 !== 'number' || typeof lon2 !== 'number' || typeof lat2 !== 'number')
    return []
  return nearbyDistanceMetres(lon1, lat1, lon2, lat2) > SAME_PLACE_METRES ? fields : []
}

/** Whether only one of two months of a point counts; else their figures, if they differ as they are shown. */
function otherMonth(was: Table, other: number, is: Table, row: number): Fields {
  const counts = [countsIn(was, other), countsIn(is, row)] as const
  if (counts[0] !== counts[1]) return [{ field: 'valid', before: counts[0], after: counts[1] }]
  const [before, after] = [figureOf(was, other), figureOf(is, row)]
  return before === null || after === null || before === after ? [] : [{ field: 'given', before, after }]
}

const countsIn = (table: Table, row: number) => valueAt(table, 'valid', row) !== false

/** The figure of a point's month as it is shown: from its weighing, if that is complete. */
function figureOf(table: Table, row: number): number | null {
  const at = (name: string) => valueAt(table, name, row) as number | null
  const sample = wholeSample(
    Object.fromEntries(WEIGHING.map((name) => [name, at(name)])) as Parameters<typeof wholeSample>[0],
  )
  const figure = sample ? sampleDustfall(sample) : at('given')
  return figure === null ? null : roundHalfEven(figure)
}
