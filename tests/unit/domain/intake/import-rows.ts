import { Intake } from '@/domain/intake/intake'
import { valueAt } from '@/domain/table/column'
import { planOf, townOf } from './town'

export const TODAY = '2022-12-15'
export type Rows = readonly (readonly string[])[]
export type Options = Parameters<typeof planOf>[1] & { readonly town?: ReturnType<typeof townOf> }

/** The result of importing rows, the first of which is the header. */
export function importRows(rows: Rows, { town = townOf(), ...options }: Options = {}) {
  const { plan } = planOf(rows, options)
  const intake = new Intake(plan, town, TODAY)
  intake.read(rows, 0)
  const result = intake.finish()
  const { read, taken, repaired, refused, skipped, unplaced } = result.counts
  return {
    ...result,
    plan,
    counts: [read, taken, repaired, refused, skipped, unplaced],
    /** Every problem: action, code, column, row, seen, expected, result. */
    said: result.groups.flatMap(({ action, code, column, first }) =>
      first.map(({ row, seen, expected, became, earlier }) =>
        [action, code, column, row, seen, expected, became, earlier && `${earlier.row} ${earlier.value}`]
          .map((each) => each ?? '')
          .join('|')
          .replace(/\|+$/, ''),
      ),
    ),
    column: (name: string) => Array.from({ length: result.table.length }, (_, row) => valueAt(result.table, name, row)),
  }
}
