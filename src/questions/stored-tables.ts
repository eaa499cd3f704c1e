import { dayOfInstant, formatDay, type IsoDay, type Month, parseDay } from '@/domain/calendar'
import type { Field } from '@/domain/sources/kinds/field'
import { HAPPENED } from '@/domain/sources/kinds/meaning'
import { ABSENT_DAY, type Table } from '@/domain/table/column'
import type { OpenedPackage } from './opened-package'

/** How much a table of the package holds. */
export interface StoredTable {
  readonly path: string
  /** Null for a file of one month that is read by ranges, when it is needed. */
  readonly rows: number | null
  /** Latest day on which one of its rows says that something happened, or latest month of dustfall; null if none does. */
  readonly latest: IsoDay | Month | null
}

/** The tables of a package whose rows or month are known; `today`: later days are mistyped, and not counted as the latest. */
export function storedTables({ pack, inventory }: OpenedPackage, today: IsoDay): readonly StoredTable[] {
  const until = parseDay(today)
  const pathsOf = (role: string) => pack.provenance.flatMap((each) => (each.role === role ? each.path : []))
  const sources = inventory.kinds.map(({ file, table, schema }) => ({
    path: file,
    rows: table.length,
    latest: latestDay(table, schema.fields, until),
  }))
  const surveys = pack.kinds.flatMap(({ id, surveys }) => {
    const [tables, paths] = [pack.surveys.get(id) ?? [], surveys ? pathsOf(surveys.id) : []]
    // Where one of several files could not be read, it is unknown which table is of which file.
    if (!surveys || tables.length !== paths.length) return []
    return tables.map((table, at) => ({
      ...{ path: paths[at]!, rows: table.length },
      latest: latestDay(table, surveys.fields, until),
    }))
  })
  const { records, published, unmeasured = [] } = pack.dustfall
  const isPublished = new Set(published.map(({ county, month }) => `${county} ${month}`))
  // A county without a figure has a row, too, which says why; of some, something was published with it.
  const ofCounties = [...published, ...unmeasured.filter(({ county, month }) => !isPublished.has(`${county} ${month}`))]
  const listed: readonly (readonly [role: string, rows: number, latest: string | null])[] = [
    ['dustfall-samples', records.length, latestOf(records.map(({ month }) => month))],
    ['dustfall-published', ofCounties.length, latestOf(ofCounties.map(({ month }) => month))],
    ['dustfall-points', pack.dustfallPoints.length, null],
    [
      'warnings',
      pack.warnings.length,
      latestOf(pack.warnings.map(({ from }) => dayOfInstant(new Date(from * 60_000).toISOString()))),
    ],
    ['truck-fleet', pack.fleet.size, null],
    ['counties', pack.counties.length, null],
    ['clauses', pack.clauses.length, null],
  ]
  const others = listed.flatMap(([role, rows, latest]) => {
    const [path, ...more] = pathsOf(role)
    // Rows of several files of one role are read as one list.
    return path === undefined || more.length > 0 ? [] : { path, rows, latest }
  })
  const counted = [...sources, ...surveys, ...others]
  const known = new Set(counted.map(({ path }) => path))
  const monthly = pack.descriptor.resources.flatMap(({ path, chentu: { month } }) =>
    typeof month !== 'string' || known.has(path) ? [] : { path, rows: null, latest: month },
  )
  return [...counted, ...monthly]
}

const latestOf = (texts: readonly string[]): string | null =>
  texts.reduce<string | null>((latest, text) => (latest === null || text > latest ? text : latest), null)

function latestDay(table: Table, fields: readonly Field[], until: number): IsoDay | null {
  let latest: number = ABSENT_DAY
  for (const { name, means } of fields) {
    const column = means !== undefined && HAPPENED.has(means) ? table.columns[name] : undefined
    if (column?.type === 'day') for (const day of column.values) if (day > latest && day <= until) latest = day
  }
  return latest === ABSENT_DAY ? null : formatDay(latest)
}
