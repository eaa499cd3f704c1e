import type { Background } from '@/domain/monitoring/background'
import { type DoubtVerdicts, verdictsOnWrongHours, wrongHoursOf } from '@/domain/monitoring/doubts/verdict'
import { byCounty, type LimitContext, limitsOf } from '@/domain/monitoring/exceedances'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { Limit } from '@/domain/monitoring/settings'
import { factorOfLimit } from '@/domain/monitoring/unit-finding'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import type { OpenedPackage } from '@/questions/opened-package'
import { hourLevels } from './monitor-levels'
import { monitorPlace } from './monitors'

const HOUR = 60

/** A limit that applies to a device; `value` is in the unit of its parameter. */
export interface ApplicableLimit {
  readonly limit: Limit
  readonly value: number
}

/** The limits that apply to a device's means of a parameter over `averaging` minutes. */
export function applicableLimits(
  opened: OpenedPackage,
  device: string,
  parameter: Parameter,
  averaging: number,
): readonly ApplicableLimit[] {
  const stage = monitorPlace(opened, device)?.stage ?? null
  return limitsOf(opened.pack.monitoring?.limits ?? [], averaging, stage)
    .filter((limit) => limit.parameter === parameter)
    .map((limit) => ({ limit, value: limit.value * factorOfLimit(limit) }))
}

/**
 * What is needed to compare hours of [from, until) with some limits; reads the backgrounds that these subtract,
 * `without` hours that persons found wrong.
 */
export async function limitContext(
  opened: OpenedPackage,
  hours: MonitorHours,
  time: { readonly from: Minute; readonly until: Minute },
  limits: readonly Limit[],
  without: DoubtVerdicts,
): Promise<LimitContext> {
  const rule = opened.pack.monitoring?.background
  const taken = new Set(limits.flatMap(({ background }) => (background ? [background.parameter] : [])))
  const backgrounds = new Map<Parameter, Background>()
  if (rule)
    for (const each of taken) backgrounds.set(each, (await hourLevels(opened, hours, time, each, rule, without)).county)
  const ofOthers = byCounty(backgrounds, (device) => monitorPlace(opened, device)?.county || null)
  const wrong = verdictsOnWrongHours(without, [...taken], time)
  // The levels lack an own hour that was found wrong, so that there is none to leave out of them.
  const isWrong = (parameter: Parameter, device: string, from: Minute) =>
    wrong.has(device) && wrongHoursOf(wrong, { device, parameter, from, until: from + HOUR }) > 0
  return {
    limits,
    stageOf: (device) => monitorPlace(opened, device)?.stage ?? null,
    ...(rule && {
      background: (parameter, device, minute, own) =>
        ofOthers(parameter, device, minute, isWrong(parameter, device, minute) ? Number.NaN : own),
    }),
  }
}
