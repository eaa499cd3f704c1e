import type { Parameter } from '@/domain/monitoring/parameter'
import type { Limit } from '@/domain/monitoring/settings'
import type { MonitorPlace } from '@/questions/monitors/monitors'

/**
 * Why no limit applies to a device's hourly means. `none`: the package has no limit for the parameter. Otherwise its
 * limits depend on the construction stage, and the device belongs to no known source (`untied`), to one without a stage
 * (`noStage`), or to one in a stage without a limit (`otherStage`).
 */
export type NoLimitReason = 'none' | 'untied' | 'noStage' | 'otherStage'

export function whyNoLimit(
  limits: readonly Limit[],
  parameter: Parameter,
  place: Pick<MonitorPlace, 'kind' | 'code' | 'listed' | 'stage'> | null,
): NoLimitReason {
  if (!limits.some((each) => each.parameter === parameter && each.averaging === 60)) return 'none'
  // The device is on a list but tied to no source: its place is its own entry.
  const isAlone = place?.listed && place.listed.kind === place.kind && place.listed.code === place.code
  if (!place || isAlone) return 'untied'
  return place.stage === null ? 'noStage' : 'otherStage'
}
