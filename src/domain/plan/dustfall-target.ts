import type { PlanTarget } from '@/domain/rules/clause'
import { DUSTFALL_UNIT, writtenUnit } from './units'

type Limited = Pick<PlanTarget, 'comparison' | 'unit' | 'measure'>

/** Whether a target limits dustfall: 不高于 N 吨/(平方公里·月). */
export const isDustfallLimit = ({ comparison, unit }: Omit<Limited, 'measure'>): boolean =>
  comparison === '≤' && writtenUnit(unit) === DUSTFALL_UNIT

/** A target with its measure: one that limits dustfall is measured by the ranking, whichever city's plan it is of. */
export const measuredByUnit = <T extends Limited>(target: T): T =>
  target.measure === undefined && isDustfallLimit(target) ? { ...target, measure: { of: 'worst-dustfall' } } : target
