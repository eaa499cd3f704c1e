import { type DayNumber, formatDay, type Month } from '@/domain/calendar'
import type { Problem } from '@/domain/problem'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { lineOf, type Table, textAt, valueAt } from '@/domain/table/column'
import { type HaulDay, type HaulMonth, preferRealMonths } from '@/domain/trucks/hauls'
import type { ResourceDescriptor } from './descriptor'

/** A table of trips by county and day, with its descriptor. */
export interface HaulTable {
  readonly descriptor: Pick<ResourceDescriptor, 'path' | 'chentu'>
  readonly table: Table
}

/**
 * Trips known from tracks, by county and day, from the tables of a package; of two rows for the same county and day the
 * later counts. A row with more daytime trips than trips, or without a known county, is reported and ignored. If rows of
 * a county's month are from several tables, its number of trucks is unknown: each table counts only its own.
 */
export function readHauls(
  tables: readonly HaulTable[],
  find: (text: string) => string | null,
  problems: Problem[],
): readonly HaulMonth[] {
  const months = new Map<string, MonthRows>()
  for (const { descriptor, table } of tables) {
    const { path: file, chentu } = descriptor
    for (let row = 0; row < table.length; row++) {
      const written = textAt(table, 'county', row)
      const county = find(written)
      const [day, trips, byDay, trucks] = ['day', 'hauls', 'byDay', 'trucks'].map(
        (name) => valueAt(table, name, row) as number | null,
      )
      const at = { file, row: lineOf(table, row) }
      if (county === null) problems.push({ ...at, code: 'unknown-county', column: '区县', seen: written })
      else if (trips != null && byDay != null && byDay > trips)
        problems.push({ ...at, code: 'out-of-range', column: '白天趟次', seen: String(byDay), expected: `0–${trips}` })
      else if (day != null && trips != null && byDay != null) {
        const month = formatDay(day).slice(0, 7)
        const key = `${month} ${chentu.class}`
        const of: MonthRows = months.get(key) ?? { month, dataClass: chentu.class, days: new Map() }
        // Of several tables, the last one.
        months.set(key, { ...of, countedBy: chentu.countedBy })
        of.days.set(
          county,
          (of.days.get(county) ?? new Map()).set(day, {
            file,
            of: { day, trips, byDay, ...(trucks != null && { trucks }) },
          }),
        )
      }
    }
  }
  return preferRealMonths(
    [...months.values()].map(({ month, dataClass, days, countedBy }) => ({
      ...{ month, dataClass, ...(countedBy !== undefined && { countedBy }) },
      counties: new Map([...days].map(([county, of]) => [county, daysOf([...of.values()])])),
    })),
  )
}

/** The rows of a month and data class, by county and day. */
interface MonthRows {
  readonly month: Month
  readonly dataClass: DataClass
  readonly days: Map<string, Map<DayNumber, RowDay>>
  readonly countedBy?: string | undefined
}

/** A day of a county with the table that it is from. */
interface RowDay {
  readonly file: string
  readonly of: HaulDay
}

function daysOf(rows: readonly RowDay[]): HaulDay[] {
  const isOfSeveral = new Set(rows.map(({ file }) => file)).size > 1
  const days = rows.map(({ of: { trucks, ...of } }) => (isOfSeveral || trucks === undefined ? of : { ...of, trucks }))
  return days.sort((one, other) => one.day - other.day)
}
