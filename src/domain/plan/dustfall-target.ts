import type { PlanTarget } from '@/domain/rules/clause'
import { DUSTFALL_UNIT, writtenUnit } from './units'

type Limited = Pick<PlanTarget, 'what' | 'comparison' | 'unit' | 'measure'>

/**
 * Words of a limit that is not for each county and month: a mean over the city or a year, or a comparison of years. 平均
 * alone is the mean over a built-up area's points, which is a county's monthly value.
 */
const NOT_OF_A_COUNTY_MONTH = /全市(?:域)?(?:平均|均值|总体)|年(?:度)?(?:平)?均|全年平均|累计|同比/

/** Whether a target limits the dustfall of each county in each month: 不高于 N 吨/(平方公里·月). */
export const isDustfallLimit = ({ what, comparison, unit }: Omit<Limited, 'measure'>): boolean =>
  comparison === '≤' && writtenUnit(unit) === DUSTFALL_UNIT && !NOT_OF_A_COUNTY_MONTH.test(what.zh)

/** Adds the measure to a target that limits dustfall: the ranking, for any city's plan. */
export const measuredByUnit = <T extends Limited>(target: T): T =>
  target.measure === undefined && isDustfallLimit(target) ? { ...target, measure: { of: 'worst-dustfall' } } : target
