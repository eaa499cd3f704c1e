import { FIRST_ENDED_NUMBER } from '@/domain/plan/ended-clause-numbers'
import { fieldNameByMeaning } from '@/domain/sources/kinds/kind'
import { valueAt } from '@/domain/table/column'
import type { OpenedPackage } from '@/questions/opened-package'

/**
 * Number of named tasks under clauses of the current plan, and of those left from earlier plans, which no rule refers
 * to.
 */
export interface NamedTaskCounts {
  readonly now: number
  readonly apart: number
}

export function countNamedTasks({ inventory }: Pick<OpenedPackage, 'inventory'>): NamedTaskCounts {
  let [now, apart] = [0, 0]
  for (const { schema, table } of inventory.kinds) {
    const column = fieldNameByMeaning(schema, 'clause')
    if (column === undefined) continue
    for (let row = 0; row < table.length; row++) {
      const clause = valueAt(table, column, row)
      if (typeof clause !== 'number') continue
      if (clause >= FIRST_ENDED_NUMBER) apart++
      else now++
    }
  }
  return { now, apart }
}
