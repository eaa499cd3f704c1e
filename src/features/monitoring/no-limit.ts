import type { Parameter } from '@/domain/monitoring/parameter'
import type { Limit } from '@/domain/monitoring/settings'
import type { MonitorPlace } from '@/questions/monitors'

/**
 * Why no limit holds for the hourly means of a device that has none: the package has none of the parameter; it has some by stages of
 * works, and the device is at no source that is known, at one without a stage, or at one in a stage without a limit.
 */
export type NoLimitWhy = 'none' | 'untied' | 'noStage' | 'otherStage'

export function whyNoLimit(
  limits: readonly Limit[],
  parameter: Parameter,
  place: Pick<MonitorPlace, 'kind' | 'code' | 'listed' | 'stage'> | null,
): NoLimitWhy {
  if (!limits.some((each) => each.parameter === parameter && each.averaging === 60)) return 'none'
  // On a list and at no source, it stands for itself.
  const isAlone = place?.listed && place.listed.kind === place.kind && place.listed.code === place.code
  if (!place || isAlone) return 'untied'
  return place.stage === null ? 'noStage' : 'otherStage'
}
