import { rowOf } from '@/domain/sources/inventory'
import { meantText } from '@/domain/sources/kinds/meant'
import { textAt } from '@/domain/table/column'
import { askedBy } from '@/domain/warnings/measure'
import type { Warning } from '@/domain/warnings/warning'
import type { EvaluatedPackage } from './evaluated-package'
import { memoLast } from './memo'
import { type SourceSummary, summarise } from './source-summary'
import type { TableOnDay } from './tables-on-day'

/**
 * Whether a source has to respond; does so of its own will, as all that is asked of it leaves it free; or whether nobody knows, as
 * a field is absent that would say so.
 */
export type CalledRole = 'asked' | 'voluntary' | 'unclear'

/** What a warning asks of a source. */
export interface Duty {
  readonly role: CalledRole
  /** Numbers of the measures of the package that are asked of it, and of those that may be: a field that would say so is absent. */
  readonly asked: readonly number[]
  readonly unclear: readonly number[]
}

/** A source that a warning asks something of. */
export interface CalledSource extends SourceSummary, Duty {
  readonly operator: string
  readonly contact: string
  readonly phone: string
}

/** A row that a warning asks something of. Rows of which the same is asked share what is said of it. */
export interface CalledRow {
  readonly kind: TableOnDay
  readonly row: number
  readonly duty: Duty
}

/** The rows of all that a warning asks something of, whatever is filtered; none where the package has no such warning. */
export const calledRows: (evaluated: EvaluatedPackage, code: string) => readonly CalledRow[] = memoLast(
  (evaluated: EvaluatedPackage, code: string) => {
    const warning = evaluated.opened.pack.warnings.find((each) => each.code === code)
    const called: CalledRow[] = []
    for (const kind of warning ? evaluated.tables : []) {
      const dutyOf = dutyIn(evaluated, warning!, kind)
      for (let row = 0; row < kind.table.length; row++) {
        const duty = dutyOf(row)
        if (duty) called.push({ kind, row, duty })
      }
    }
    return called
  },
)

/** What a warning asks of the rows of a kind: null of those of which it asks nothing. */
function dutyIn(
  { opened: { pack, inventory } }: EvaluatedPackage,
  warning: Warning,
  { kind, first, table }: TableOnDay,
): (row: number) => Duty | null {
  const countyAt = (row: number) => textAt(inventory.sources, 'county', first + row)
  const measures = pack.warningMeasures.flatMap((measure, number) =>
    measure.kind === kind ? [{ number, asks: askedBy(warning, measure, table, countyAt) }] : [],
  )
  const roleOf = (asked: readonly number[]): CalledRole =>
    asked.length === 0
      ? 'unclear'
      : asked.every((number) => pack.warningMeasures[number]!.duty === 'voluntary')
        ? 'voluntary'
        : 'asked'
  const known = new Map<string, Duty>()
  return (row) => {
    const [asked, unclear]: [number[], number[]] = [[], []]
    for (const { number, asks } of measures) {
      const is = asks(row)
      if (is === 'in') asked.push(number)
      else if (is === 'unknown') unclear.push(number)
    }
    if (asked.length === 0 && unclear.length === 0) return null
    const key = `${asked.join()};${unclear.join()}`
    const duty = known.get(key) ?? { role: roleOf(asked), asked, unclear }
    known.set(key, duty)
    return duty
  }
}

/** What is said of a row that a warning asks something of. */
export function calledSource(evaluated: EvaluatedPackage, { kind, row, duty }: CalledRow): CalledSource {
  const text = (meaning: 'operator' | 'contact' | 'phone') => meantText(kind, meaning, row)
  return {
    ...summarise(evaluated, kind.first + row),
    ...duty,
    operator: text('operator'),
    contact: text('contact'),
    phone: text('phone'),
  }
}

/** What warnings ask of sources, by their codes; those of which nothing is asked are left out. */
export function dutiesOf(
  evaluated: EvaluatedPackage,
  sources: readonly number[],
  codes: readonly string[],
): ReadonlyMap<number, ReadonlyMap<string, Duty>> {
  const warnings = evaluated.opened.pack.warnings.filter(({ code }) => codes.includes(code))
  return new Map(
    sources.flatMap((source) => {
      const { kind, row } = rowOf({ kinds: evaluated.tables }, source)
      const duties = warnings.flatMap((warning) => {
        const duty = dutyIn(evaluated, warning, kind)(row)
        return duty ? [[warning.code, duty] as const] : []
      })
      return duties.length > 0 ? [[source, new Map(duties)] as const] : []
    }),
  )
}
