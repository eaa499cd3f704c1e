import { tenth } from '@/domain/dustfall/rounding'
import type { Clause, PlanTarget } from '@/domain/rules/clause'
import type { TargetValue } from '@/questions/target-values'

/** A target of the plan that the data has a value for. */
export interface MeasuredTarget extends PlanTarget {
  readonly clause: number
  readonly measured: NonNullable<TargetValue['measured']>
}

/** The targets that are measured, in the plan's order. */
export function measuredTargets(clauses: readonly Clause[], values: readonly TargetValue[]): readonly MeasuredTarget[] {
  return values.flatMap(({ clause, target, measured }) => {
    const found = clauses.find(({ number }) => number === clause)?.targets[target]
    return found && measured ? [{ clause, ...found, measured }] : []
  })
}

/** A measured value as it is written: dustfall to a tenth like everywhere, anything else without needless zeros. */
export const measuredText = ({ measure, measured }: MeasuredTarget): string =>
  measure?.of === 'worst-dustfall' ? tenth(measured.value) : String(Number(measured.value.toFixed(2)))
