import { isMonth, type Month } from '@/domain/calendar'
import { publishedValue, saysBelowDetection } from '@/domain/dustfall/below-detection'
import type { PublishedFigure, UnmeasuredMonth } from '@/domain/dustfall/county-month'
import type { PointRecord } from '@/domain/dustfall/point-month'
import { noteInChinese } from '@/domain/dustfall/publication'
import { DETECTION_LIMIT, wholeSample } from '@/domain/dustfall/sample'
import type { Problem } from '@/domain/problem'
import type { County } from '@/domain/sources/county'
import { parseMonthCell } from '@/domain/sources/reading/cell'
import { lineOf, type Table, textAt, valueAt } from '@/domain/table/column'
import { keptEarlierOf, numbersOf } from './kept-earlier'
import { keptPointsOf } from './kept-points'

const numberAt = (table: Table, name: string, row: number) => valueAt(table, name, row) as number | null
const rowsOf = (table: Table) => Array.from({ length: table.length }, (_, row) => row)

/** The counties from the table 区县. */
export function readCounties(table: Table): County[] {
  return rowsOf(table).map((row) => ({
    code: textAt(table, 'code', row),
    name: textAt(table, 'name', row),
    nameEn: textAt(table, 'nameEn', row) || textAt(table, 'name', row),
    aliases: textAt(table, 'aliases', row)
      .split(/[;；、]/)
      .filter(Boolean),
    ranked: valueAt(table, 'ranked', row) === true,
  }))
}

/** A monitoring point of dustfall. */
export interface DustfallPoint {
  readonly code: string
  readonly name: string
  readonly county: string
  readonly lon: number
  readonly lat: number
}

type FindCounty = (text: string) => string | null

/** The month of a row; null, with a problem, if unreadable. */
export function monthAt(table: Table, row: number, file: string, problems: Problem[]): Month | null {
  const text = textAt(table, 'month', row)
  const month = isMonth(text) ? text : parseMonthCell(text)
  if (month === null)
    problems.push({
      code: 'not-a-month',
      file,
      row: lineOf(table, row),
      column: '月份',
      seen: text,
      expected: '2022-10',
    })
  return month
}

function countyAt(table: Table, row: number, file: string, find: FindCounty, problems: Problem[]): string | null {
  const text = textAt(table, 'county', row)
  const code = find(text)
  if (code === null)
    problems.push({ code: 'unknown-county', file, row: lineOf(table, row), column: '区县', seen: text })
  return code
}

export function readDustfallPoints(table: Table, file: string, find: FindCounty, problems: Problem[]): DustfallPoint[] {
  return rowsOf(table).flatMap((row) => {
    const county = countyAt(table, row, file, find, problems)
    if (county === null) return []
    const at = (name: string) => numberAt(table, name, row) ?? Number.NaN
    return [
      { code: textAt(table, 'code', row), name: textAt(table, 'name', row), county, lon: at('lon'), lat: at('lat') },
    ]
  })
}

/**
 * Samples of dustfall: a weighing counts only if it is complete; an incomplete one without a value is a missing month,
 * with a reason.
 */
export function readDustfallSamples(
  table: Table,
  file: string,
  points: ReadonlySet<string>,
  problems: Problem[],
): PointRecord[] {
  return rowsOf(table).flatMap((row) => {
    const month = monthAt(table, row, file, problems)
    if (month === null) return []
    const point = textAt(table, 'point', row)
    // A value without a known point counts for no county, which must be reported.
    if (!points.has(point)) {
      problems.push({ code: 'unknown-point', file, row: lineOf(table, row), column: '点位编号', seen: point })
      return []
    }
    const at = (name: string) => numberAt(table, name, row)
    return [
      {
        point,
        month,
        sample: wholeSample({
          dishGrams: at('dishGrams'),
          dustedGrams: at('dustedGrams'),
          blankGrams: at('blankGrams'),
          mouthCm: at('mouthCm'),
          mouthCm2: at('mouthCm2'),
          days: at('days'),
        }),
        given: at('given'),
        givenText: textAt(table, 'givenText', row),
        valid: valueAt(table, 'valid', row) !== false,
        reason: textAt(table, 'reason', row),
      },
    ]
  })
}

/** A table of published figures with those below the detection limit as what they count as. */
export function withCountedFigures(table: Table, share: number): Table {
  const { value } = table.columns
  if (value?.type !== 'number') return table
  const values = value.values.map((each, row) => publishedValue(each, textAt(table, 'givenText', row), share))
  return { ...table, columns: { ...table.columns, value: { type: 'number', values } } }
}

/** Why counties were not measured: rows without a figure that give a reason. */
export function readUnmeasured(table: Table, find: FindCounty): UnmeasuredMonth[] {
  return rowsOf(table).flatMap((row) => {
    const [text, reason] = [textAt(table, 'month', row), textAt(table, 'reason', row)]
    const month = isMonth(text) ? text : parseMonthCell(text)
    const county = find(textAt(table, 'county', row))
    const isGiven = reason !== '' && numberAt(table, 'value', row) === null
    return isGiven && month !== null && county !== null ? [{ county, month, reason }] : []
  })
}

/**
 * Published figures. One without a value counts if other columns were stored with it: it is a month without a valid
 * figure.
 */
export function readPublished(table: Table, file: string, find: FindCounty, problems: Problem[]): PublishedFigure[] {
  return rowsOf(table).flatMap((row) => {
    const month = monthAt(table, row, file, problems)
    const county = countyAt(table, row, file, find, problems)
    const value = numberAt(table, 'value', row)
    const publication = noteInChinese(textAt(table, 'publication', row))
    const kept = textAt(table, 'points', row)
    const dustfallLimit = numberAt(table, 'limit', row) ?? undefined
    const keptEarlier = textAt(table, 'earlier', row)
    const isKept = kept !== '' || keptEarlier !== '' || dustfallLimit !== undefined
    if (month === null || county === null || (value === null && !isKept)) return []
    const unreadable = (code: Problem['code'], column: string, seen: string) =>
      problems.push({ code, file, row: lineOf(table, row), column, seen })
    const points = kept === '' ? undefined : (keptPointsOf(kept, month) ?? undefined)
    if (kept !== '' && points === undefined) unreadable('kept-points-unreadable', '公布时的点位值', kept)
    const limits = textAt(table, 'earlierLimits', row)
    const earlier = keptEarlier === '' ? undefined : (keptEarlierOf(keptEarlier, limits) ?? undefined)
    if (keptEarlier !== '' && earlier === undefined)
      unreadable('kept-earlier-unreadable', '公布时的此前各月值', keptEarlier)
    if (limits !== '' && numbersOf(limits) === null)
      unreadable('kept-limits-unreadable', '公布时的此前各月限值', limits)
    const text = textAt(table, 'givenText', row)
    // The text of a figure that another has replaced says nothing about it.
    const givenText = saysBelowDetection(text) && value !== null && value <= DETECTION_LIMIT ? text : ''
    const remark = textAt(table, 'reason', row)
    return [{ county, month, value, givenText, remark, publication, points, earlier, dustfallLimit }]
  })
}
