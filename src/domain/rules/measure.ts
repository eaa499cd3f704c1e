import type { MonthReport } from '@/domain/dustfall/month-report'
import type { KindId } from '@/domain/sources/kinds/kind'
import { type Table, valueAt } from '@/domain/table/column'
import type { Measure } from './clause'
import type { RuleFindings } from './findings'
import type { Rule } from './rule'
import { STATUS } from './status'

/** A measured value and how much it rests on. */
export interface Measured {
  readonly value: number
  /** Rows, or counties, that have the figures. */
  readonly known: number
  /** Of so many. */
  readonly of: number
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
  readonly tables: readonly { readonly kind: KindId; readonly table: Table }[]
  readonly rules: readonly Rule[]
  readonly findings: readonly RuleFindings[]
  /** Of the kinds that the ring is about: their sources in the ring, and how many they are in all; null where no kind is. */
  readonly inRing: RingFigures | null
  readonly ringed: number
  readonly report: MonthReport | null
}

/** The value of a measure, or null where the data has nothing for it. */
export function measure(what: Measure, base: MeasureBase): Measured | null {
  switch (what.of) {
    case 'passing':
      return passing(what.rule, base)
    case 'smallest': {
      const rows = numbersOf(base, what.kind, [what.column], what.where)
      const known = rows.filter(([value]) => value !== null).map(([value]) => value!)
      return known.length === 0 ? null : { value: Math.min(...known), known: known.length, of: rows.length }
    }
    case 'share': {
      const rows = numbersOf(base, what.kind, [what.part, what.whole])
      const known = rows.filter(([part, whole]) => part !== null && whole !== null)
      const sum = (i: number) => known.reduce((all, row) => all + row[i]!, 0)
      return sum(1) === 0 ? null : { value: (100 * sum(0)) / sum(1), known: known.length, of: rows.length }
    }
    case 'newly-advanced':
      return base.inRing && counted(base.inRing.newlyAdvanced, base.inRing.onLadders)
    case 'in-ring':
      return base.inRing && counted(base.inRing.total, base.ringed)
    case 'industries':
      return base.inRing && counted(base.inRing.industries, base.inRing.onLadders)
    case 'worst-dustfall': {
      const values = base.report?.rows.map(({ figure }) => figure.value) ?? []
      const known = values.filter((value) => value !== null)
      return known.length === 0 ? null : { value: Math.max(...known), known: known.length, of: values.length }
    }
  }
}

const counted = (value: number, of: number): Measured | null => (of === 0 ? null : { value, known: of, of })

function numbersOf(
  { tables }: MeasureBase,
  kind: KindId,
  columns: readonly string[],
  where?: { readonly flag: string; readonly is: boolean },
): (number | null)[][] {
  return tables
    .filter((each) => each.kind === kind)
    .flatMap(({ table }) =>
      Array.from({ length: table.length }, (_, row) => row)
        .filter((row) => !where || valueAt(table, where.flag, row) === where.is)
        .map((row) => columns.map((column) => valueAt(table, column, row) as number | null)),
    )
}

function passing(id: string, { rules, findings }: MeasureBase): Measured | null {
  let [met, known, covered] = [0, 0, 0]
  for (const { rule, status, covers } of findings) {
    if (rules[rule]!.id !== id) continue
    for (let row = 0; row < status.length; row++) {
      if (!covers(row)) continue
      covered++
      if (status[row] === STATUS.unknown) continue
      known++
      if (status[row] === STATUS.fine) met++
    }
  }
  return known === 0 ? null : { value: (100 * met) / known, known, of: covered }
}
