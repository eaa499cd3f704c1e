import { type DayNumber, dayNumber, formatDay, type IsoDay, type Month } from '@/domain/calendar'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { isShownEqual } from '@/domain/dustfall/rounding'
import type { Kind, KindId } from '@/domain/sources/kinds/kind'
import { ABSENT_DAY, type Column, type Table, textAt, valueAt } from '@/domain/table/column'
import type { HaulFact } from '@/domain/trucks/hauls'
import type { Measure } from './clause'
import { type RuleFindings, tableOfFindings } from './findings'
import { type MeasuredByTracks, measuredByTracks } from './measured-by-tracks'
import type { Rule } from './rule'
import { withPredecessors } from './rule-change'
import { compileScopes, hasColumnsOf } from './scope'
import { STATUS } from './status'

/** A measured value and the data that it is based on. */
export interface Measured {
  readonly value: number
  /** Number of rows, or counties, with known figures. */
  readonly known: number
  /** Number of rows, or counties, in total. */
  readonly of: number
  /** Newest day on which the underlying data was recorded; absent if the data has no days and counts as current. */
  readonly day?: IsoDay | undefined
  /** Month of the value; absent if it belongs to no month. */
  readonly month?: Month | undefined
  /** Codes of the counties with this value, if it is the largest or smallest of several. */
  readonly counties?: readonly string[] | undefined
  /** What rests on truck tracks; absent if nothing does. */
  readonly tracked?: MeasuredByTracks | undefined
}

/** Counts of the sources in the ring, over all kinds and files. */
export interface RingFigures {
  readonly total: number
  /**
   * Of these, the sources of kinds with a ladder; of those, the ones advanced now that were not last year, and the
   * number of industries.
   */
  readonly onLadders: number
  readonly newlyAdvanced: number
  readonly industries: number
}

/** Input of measures. */
export interface MeasureBase {
  readonly tables: readonly MeasureTable[]
  readonly rules: readonly Rule[]
  readonly findings: readonly RuleFindings[]
  /**
   * For the kinds that concern the ring: figures of their sources in the ring (null if there is no such kind), and the
   * number of all their sources (`ringed`).
   */
  readonly inRing: RingFigures | null
  readonly ringed: number
  readonly report: MonthReport | null
  /** Rows recorded after this day do not count. */
  readonly asOf: DayNumber
  /**
   * Year of the plan: rows and months of other years do not count towards its targets. A row without a day counts as
   * current.
   */
  readonly year: number
}

/** The rows of one kind. */
export interface MeasureTable {
  readonly kind: KindId
  readonly table: Table
  /** Number of the source of row 0. */
  readonly first: number
  /** Day of each row's last inspection; absent if the kind has no such field. */
  readonly inspectedOn?: Column | undefined
  /** By row, for rows decided by truck tracks. */
  readonly tracked?: ReadonlyMap<number, HaulFact> | undefined
}

/** Computes a measure; null if there is no data for it. */
export function measure(what: Measure, base: MeasureBase): Measured | null {
  switch (what.of) {
    case 'passing':
      return passing(what.rule, base)
    case 'smallest': {
      const rows = rowsOf(base, what)
      const known = rows.flatMap((row) => row.number(what.column) ?? [])
      const value = Math.min(...known)
      const having = rows.filter((row) => row.number(what.column) === value)
      return known.length === 0 ? null : { value, known: known.length, of: rows.length, ...recorded(having) }
    }
    case 'share': {
      const rows = rowsOf(base, what)
      const known = rows.filter((row) => row.number(what.part) !== null && row.number(what.whole) !== null)
      const sum = (column: string) => known.reduce((all, row) => all + row.number(column)!, 0)
      const whole = sum(what.whole)
      const { day } = recorded(known)
      if (whole === 0) return null
      const tracked = measuredByTracks(known.flatMap((row) => row.tracked ?? []))
      return { value: (100 * sum(what.part)) / whole, known: known.length, of: rows.length, day, tracked }
    }
    case 'count':
    case 'proportion': {
      const { inside, known, of, day } = tallied(base, what)
      return known === 0 ? null : { value: what.of === 'count' ? inside : (100 * inside) / known, known, of, day }
    }
    case 'newly-advanced':
      return base.inRing && counted(base.inRing.newlyAdvanced, base.inRing.onLadders)
    case 'in-ring':
      return base.inRing && counted(base.inRing.total, base.ringed)
    case 'industries':
      return base.inRing && counted(base.inRing.industries, base.inRing.onLadders)
    case 'worst-dustfall': {
      const { rows, month } = base.report ?? { rows: [], month: undefined }
      if (month !== undefined && Number(month.slice(0, 4)) !== base.year) return null
      const known = rows.flatMap(({ figure }) => figure.value ?? [])
      const value = Math.max(...known)
      const counties = rows.filter(({ figure }) => isShownEqual(figure.value, value)).map(({ county }) => county)
      return known.length === 0 ? null : { value, known: known.length, of: rows.length, month, counties }
    }
  }
}

const counted = (value: number, of: number): Measured | null => (of === 0 ? null : { value, known: of, of })

/**
 * A row for measuring. Its figures are null if they were recorded after the day of measuring or outside the plan's
 * year.
 */
interface MeasuredRow {
  readonly county: string
  /** Day of its record, or last day of its tracks; ABSENT_DAY without either. */
  readonly day: DayNumber
  /** The truck tracks that decide the row; null if none do. */
  readonly tracked: HaulFact | null
  /** Number in a column; null if absent, or not valid for the day of measuring. */
  number(column: string): number | null
}

const dayOf = ({ inspectedOn }: MeasureTable, row: number): DayNumber =>
  inspectedOn?.type === 'day' ? inspectedOn.values[row]! : ABSENT_DAY

const yearSpan = (year: number): readonly [DayNumber, DayNumber] => [dayNumber(year, 1, 1)!, dayNumber(year, 12, 31)!]

/**
 * Whether data recorded on a day counts: the day is absent, or lies in the plan's year and not after the day of
 * measuring.
 */
function isMeasured({ asOf, year }: MeasureBase): (day: DayNumber) => boolean {
  const [first, last] = yearSpan(year)
  return (day) => day === ABSENT_DAY || (day >= first && day <= Math.min(last, asOf))
}

/** A measure over the rows of one kind. */
type KindMeasure = Extract<Measure, { readonly kind: KindId }>
/** Kinds whose rows a measure uses; none for `passing` (it uses the rows that its rule applies to) and for dustfall. */
export function measuredKinds(what: Measure, kinds: readonly Kind[]): readonly Kind[] {
  switch (what.of) {
    case 'passing':
    case 'worst-dustfall':
      return []
    case 'in-ring':
      return kinds.filter(({ ring }) => ring)
    case 'industries':
    case 'newly-advanced':
      return kinds.filter(({ ring, ladder }) => ring && ladder)
    default:
      return kinds.filter(({ id }) => id === what.kind)
  }
}

/** Rows of a table that a measure takes into account, whether or not their value is known. */
export function measuredRows(what: Measure, table: Table): number[] {
  const all = Array.from({ length: table.length }, (_, row) => row)
  switch (what.of) {
    case 'smallest': {
      const { where } = what
      return where ? all.filter((row) => valueAt(table, where.flag, row) === where.is) : all
    }
    case 'count':
    case 'proportion': {
      const { among = [], where } = what
      // Without the column nothing is known about the rows.
      if (!hasColumnsOf([...among, ...where], table)) return []
      const isAmong = compileScopes(among, table)
      return all.filter((row) => isAmong(row) === 'in')
    }
    default:
      return all
  }
}

function rowsOf(base: MeasureBase, what: KindMeasure): MeasuredRow[] {
  const counts = isMeasured(base)
  return base.tables
    .filter(({ kind }) => kind === what.kind)
    .flatMap((each) =>
      measuredRows(what, each.table).map((row) => {
        const tracked = each.tracked?.get(row)
        const day = tracked?.to ?? dayOf(each, row)
        return {
          county: textAt(each.table, 'county', row),
          day,
          tracked: tracked ?? null,
          number: (column) => (counts(day) ? (valueAt(each.table, column, row) as number | null) : null),
        }
      }),
    )
}

/**
 * Counts rows of a kind: `inside` match `where`, `known` are known to match or not, `of` are all rows that match
 * `among` (and may lie in the year).
 */
function tallied(
  base: MeasureBase,
  { kind, where, among = [], inYear }: Extract<Measure, { of: 'count' | 'proportion' }>,
): { inside: number; known: number; of: number; day: IsoDay | undefined } {
  const { tables, asOf, year } = base
  const counts = isMeasured(base)
  let [inside, known, of, newestDay] = [0, 0, 0, ABSENT_DAY]
  const [first, last] = yearSpan(year)
  // Without the column nothing is known about the rows.
  const hasDay = ({ columns }: Table) => inYear === undefined || columns[inYear]?.type === 'day'
  for (const each of tables.filter(
    (own) => own.kind === kind && hasColumnsOf([...among, ...where], own.table) && hasDay(own.table),
  )) {
    const [isAmong, isSo] = [compileScopes(among, each.table), compileScopes(where, each.table)]
    const happened = inYear === undefined ? () => null : dayIn(each.table, inYear)
    for (let row = 0; row < each.table.length; row++) {
      const on = happened(row)
      if (isAmong(row) !== 'in' || (on !== null && on !== ABSENT_DAY && (on < first || on > last))) continue
      of++
      const [day, member] = [dayOf(each, row), isSo(row)]
      if (member === 'unknown' || on === ABSENT_DAY || (on ?? asOf) > asOf || !counts(day)) continue
      known++
      newestDay = Math.max(newestDay, day)
      if (member === 'in') inside++
    }
  }
  return { inside, known, of, day: newest([newestDay]) }
}

/** The day of each row in a column of days. */
function dayIn({ columns }: Table, name: string): (row: number) => DayNumber {
  const column = columns[name]
  return (row) => (column?.type === 'day' ? column.values[row]! : ABSENT_DAY)
}

/** Newest day of some rows, and their counties. */
function recorded(rows: readonly MeasuredRow[]): Pick<Measured, 'day' | 'counties'> {
  const counties = [...new Set(rows.flatMap(({ county }) => county || []))]
  return { day: newest(rows.map(({ day }) => day)), counties: counties.length > 0 ? counties : undefined }
}

function newest(days: readonly DayNumber[]): IsoDay | undefined {
  const last = days.reduce((latest, day) => Math.max(latest, day), ABSENT_DAY)
  return last === ABSENT_DAY ? undefined : formatDay(last)
}

function passing(id: string, base: MeasureBase): Measured | null {
  const { rules, findings, tables } = base
  const counts = isMeasured(base)
  const ids = withPredecessors(rules, id)
  let [met, known, covered, last] = [0, 0, 0, ABSENT_DAY]
  for (const { rule, status, first, covers } of findings) {
    if (!ids.includes(rules[rule]!.id)) continue
    const table = tableOfFindings(tables, { first, status })
    for (let row = 0; row < status.length; row++) {
      if (!covers(row)) continue
      covered++
      const day = table ? dayOf(table, row) : ABSENT_DAY
      if (status[row] === STATUS.unknown || !counts(day)) continue
      known++
      last = Math.max(last, day)
      if (status[row] === STATUS.fine) met++
    }
  }
  return known === 0 ? null : { value: (100 * met) / known, known, of: covered, day: newest([last]) }
}
