import { type DayNumber, dayNumber, formatDay, type IsoDay, type Month } from '@/domain/calendar'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { Kind, KindId } from '@/domain/sources/kinds/kind'
import { ABSENT_DAY, type Column, type Table, textAt, valueAt } from '@/domain/table/column'
import type { Measure } from './clause'
import { type RuleFindings, tableOf } from './findings'
import type { Rule } from './rule'
import { withPredecessors } from './rule-change'
import { compileScopes, hasColumnsOf } from './scope'
import { STATUS } from './status'

/** A measured value and how much it rests on. */
export interface Measured {
  readonly value: number
  /** Rows, or counties, that have the figures. */
  readonly known: number
  /** Of so many. */
  readonly of: number
  /** The newest day on which what it rests on was recorded; absent where the data has no days, and it is of the data as it is. */
  readonly day?: IsoDay | undefined
  /** The month that it is of; absent where it is of none. */
  readonly month?: Month | undefined
  /** Codes of the counties that have it, where it is the largest or the smallest of several. */
  readonly counties?: readonly string[] | undefined
  /** How many of the rows are by tracks of trucks, and whether any of these were made up; absent where none is. */
  readonly tracked?: { readonly rows: number; readonly isMadeUp: boolean } | undefined
}

/** What is counted of the sources in the ring, of all kinds and files together. */
export interface RingFigures {
  readonly total: number
  /** Of them, those of kinds with a ladder; and of these who is advanced now and was not, and how many industries they are of. */
  readonly onLadders: number
  readonly newlyAdvanced: number
  readonly industries: number
}

/** What measures look at. */
export interface MeasureBase {
  readonly tables: readonly MeasuredTable[]
  readonly rules: readonly Rule[]
  readonly findings: readonly RuleFindings[]
  /** Of the kinds that the ring is about: their sources in the ring, and how many they are in all; null where no kind is. */
  readonly inRing: RingFigures | null
  readonly ringed: number
  readonly report: MonthReport | null
  /** A row that was recorded after this day says nothing of it. */
  readonly asOf: DayNumber
  /** Of the plan: rows and months of another say nothing of its targets; a row without a day is of the data as it is. */
  readonly year: number
}

/** The rows of a kind. */
export interface MeasuredTable {
  readonly kind: KindId
  readonly table: Table
  /** Number of the source of row 0. */
  readonly first: number
  /** The day of each row's last inspection; absent where the kind has none. */
  readonly inspectedOn?: Column | undefined
  /** By row, where tracks of trucks decide it. */
  readonly tracked?: ReadonlyMap<number, { readonly dataClass: DataClass; readonly to: DayNumber }> | undefined
}

/** The value of a measure, or null where the data has nothing for it. */
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
      const classes = known.flatMap((row) => row.tracked ?? [])
      const tracked =
        classes.length > 0 ? { rows: classes.length, isMadeUp: classes.includes('illustrative') } : undefined
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
      const counties = rows.filter(({ figure }) => figure.value === value).map(({ county }) => county)
      return known.length === 0 ? null : { value, known: known.length, of: rows.length, month, counties }
    }
  }
}

const counted = (value: number, of: number): Measured | null => (of === 0 ? null : { value, known: of, of })

/** A row that may be measured: what is recorded of it, unless that was after the day. */
interface MeasuredRow {
  readonly county: string
  /** Day of its record, or the last of its tracks; ABSENT_DAY without one. */
  readonly day: DayNumber
  /** How real the tracks of trucks are that decide it; null where none do. */
  readonly tracked: DataClass | null
  /** A number of it; null where it has none, or none on the day. */
  number(column: string): number | null
}

const dayOf = ({ inspectedOn }: MeasuredTable, row: number): DayNumber =>
  inspectedOn?.type === 'day' ? inspectedOn.values[row]! : ABSENT_DAY

const yearSpan = (year: number): readonly [DayNumber, DayNumber] => [dayNumber(year, 1, 1)!, dayNumber(year, 12, 31)!]

/** Whether what was recorded on a day says something of the plan's year, up to the day on which it is measured. */
function isMeasured({ asOf, year }: MeasureBase): (day: DayNumber) => boolean {
  const [first, last] = yearSpan(year)
  return (day) => day === ABSENT_DAY || (day >= first && day <= Math.min(last, asOf))
}

/** A measure of the rows of one kind. */
type KindMeasure = Extract<Measure, { readonly kind: KindId }>
/** The kinds whose rows a measure takes its value of; none for a rule's share, which is of those whom the rule is about, and for dustfall. */
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

/** Rows of a table of one of its kinds of which a measure takes its value, whether or not that is known of them. */
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
      // A column that the table lacks says nothing of its rows.
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
          tracked: tracked?.dataClass ?? null,
          number: (column) => (counts(day) ? (valueAt(each.table, column, row) as number | null) : null),
        }
      }),
    )
}

/** How many rows of a kind are as `where` says, of how many that are known to be so or not, of those among which it is asked. */
function tallied(
  base: MeasureBase,
  { kind, where, among = [], inYear }: Extract<Measure, { of: 'count' | 'proportion' }>,
): { inside: number; known: number; of: number; day: IsoDay | undefined } {
  const { tables, asOf, year } = base
  const counts = isMeasured(base)
  let [inside, known, of, newestDay] = [0, 0, 0, ABSENT_DAY]
  const [first, last] = yearSpan(year)
  // A column that the table lacks says nothing of its rows.
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

/** When some rows were recorded, and of which counties they are. */
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
    const table = tableOf(tables, { first, status })
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
