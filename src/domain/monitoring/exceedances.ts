import type { Background, Level, Means } from './background'
import { localDay } from './local-time'
import type { Parameter } from './parameter'
import type { Minute } from './readings'
import { isAbove } from './rounding'
import type { BackgroundRule, Limit } from './settings'
import { factorOfLimit } from './unit-finding'

/**
 * A mean above its limit, far above the background, or both. It is not a judgement: the value may be doubted, and a
 * person decides. Amounts are in the unit of the parameter.
 */
export interface Exceedance {
  readonly device: string
  readonly limit: Limit
  /** Start and end of the averaging period. */
  readonly from: Minute
  readonly until: Minute
  readonly value: number
  /**
   * The amount subtracted; null if the background is unknown, and then nothing is subtracted. `compared` is what
   * remains.
   */
  readonly background: number | null
  /** The number of other devices behind the background; null if there is no background. */
  readonly backgroundOf: number | null
  readonly compared: number
  readonly allowedUpTo: number
  /** Whether `compared` is above the limit. */
  readonly isOver: boolean
  /** Whether the value is such a multiple of the background that it counts as exceeding, whatever the limit. */
  readonly isAlarm: boolean
  /** Its number within the day, from 1. */
  readonly ofDay: number
  /** Whether the limit allows this many per day. */
  readonly isAllowed: boolean
}

/** The factor from the unit of a limit to that of its parameter. */

/**
 * The limits of one averaging time for works at a stage: per parameter those that name the stage, else those that name
 * none.
 */
export function limitsOf(limits: readonly Limit[], averaging: number, stage: string | null): readonly Limit[] {
  const ofTime = limits.filter((each) => each.averaging === averaging)
  const named = ofTime.filter((each) => each.stage !== undefined && each.stage === stage)
  const isNamed = (parameter: Parameter) => named.some((each) => each.parameter === parameter)
  return [...named, ...ofTime.filter((each) => each.stage === undefined && !isNamed(each.parameter))]
}

/** Which limits apply to a device, and the background of its county. */
export interface LimitContext {
  readonly limits: readonly Limit[]
  readonly stageOf: (device: string) => string | null
  /**
   * The background level of the parameter that a limit's rule subtracts. `minute` is the start of the period, `own` the
   * device's own value of that parameter then. Absent: nothing is subtracted.
   */
  readonly background?: (parameter: Parameter, device: string, minute: Minute, own: number) => Level
  /** Values that are left out: they exceed nothing, and use up none of the hours that a limit allows in a day. */
  readonly isLeftOut?: (parameter: Parameter, device: string, from: Minute) => boolean
}

interface Compared {
  readonly background: number | null
  readonly backgroundOf: number | null
  readonly compared: number
  readonly isAlarm: boolean
}

/** Applies a background rule to a value. */
function comparedBy(rule: BackgroundRule, factor: number, value: number, level: Level): Compared {
  const { value: background, devices: backgroundOf } = level
  if (Number.isNaN(background)) return { background: null, backgroundOf: null, compared: value, isAlarm: false }
  if (rule.by === 'difference') {
    const off = rule.cap === undefined ? background : Math.min(background, rule.cap * factor)
    return { background: off, backgroundOf, compared: value - off, isAlarm: false }
  }
  if (!isAbove(value, rule.share * background)) return { background: 0, backgroundOf, compared: value, isAlarm: false }
  const off = rule.share * background
  const isSuchMultiple = !isAbove(rule.alarm * background, value)
  const saysMuch = background >= (rule.least ?? 0) * factor
  return { background: off, backgroundOf, compared: value - off, isAlarm: saysMuch && isSuchMultiple }
}

/**
 * The means over `averaging` minutes that are above a limit or far above the background, ordered by device and time for
 * each limit. `means` must contain all {@link judgedParameters}.
 */
export const exceedances = (means: Means, averaging: number, by: LimitContext): readonly Exceedance[] =>
  judged(means, averaging, by, ({ isOver, isAlarm }) => isOver || isAlarm)

/**
 * The means that are above a limit as measured, but not once the background is subtracted: they explain why a peak is
 * no exceedance.
 */
export const explainedByBackground = (means: Means, averaging: number, by: LimitContext): readonly Exceedance[] =>
  judged(means, averaging, by, ({ isOver, value, allowedUpTo }) => !isOver && isAbove(value, allowedUpTo))

function judged(
  means: Means,
  averaging: number,
  { limits, stageOf, background, isLeftOut }: LimitContext,
  isWanted: (of: Pick<Exceedance, 'isOver' | 'isAlarm' | 'value' | 'allowedUpTo'>) => boolean,
): readonly Exceedance[] {
  const { devices, device, minute, series } = means
  const found: Exceedance[] = []
  const held = devices.map((each) => limitsOf(limits, averaging, stageOf(each)))
  for (const limit of new Set(held.flat())) {
    const values = series[limit.parameter]?.values
    if (!values) continue
    const own = limit.background && series[limit.background.parameter]?.values
    const factor = factorOfLimit(limit)
    const allowedUpTo = limit.value * factor
    const isHeld = held.map((each) => each.includes(limit))
    let [before, day, ofDay] = [-1, Number.NaN, 0]
    for (let row = 0; row < values.length; row++) {
      const value = values[row]!
      const code = device[row]!
      const asks = limit.background !== undefined && background !== undefined
      // Without a background, only values above the limit can exceed it.
      if (!isHeld[code] || Number.isNaN(value) || (!asks && !isAbove(value, allowedUpTo))) continue
      const from = minute[row]!
      const of = devices[code]!
      const against: Compared = asks
        ? comparedBy(
            limit.background,
            factor,
            value,
            background(limit.background.parameter, of, from, own?.[row] ?? Number.NaN),
          )
        : { background: null, backgroundOf: null, compared: value, isAlarm: false }
      const isOver = isAbove(against.compared, allowedUpTo, value)
      if (!isWanted({ isOver, isAlarm: against.isAlarm, value, allowedUpTo })) continue
      if (isLeftOut?.(limit.parameter, of, from)) continue
      const today = localDay(from)
      ofDay = before === code && day === today ? ofDay + 1 : 1
      before = code
      day = today
      const until = from + averaging
      const isAllowed = ofDay <= (limit.perDay ?? 0)
      found.push({ device: of, limit, from, until, value, ...against, allowedUpTo, isOver, ofDay, isAllowed })
    }
  }
  return found
}

/** The devices of which any mean has a background that a limit which holds for them takes off, whether it exceeds anything or not. */
export function devicesWithBackground(
  { devices, device, minute, series }: Means,
  averaging: number,
  { limits, stageOf, background }: LimitContext,
): ReadonlySet<string> {
  const compared = new Set<string>()
  const held = devices.map((each) => limitsOf(limits, averaging, stageOf(each)))
  for (let row = 0; background !== undefined && row < minute.length; row++) {
    const code = device[row]!
    const of = devices[code]!
    if (compared.has(of)) continue
    const isCompared = held[code]!.some(({ parameter, background: rule }) => {
      const value = series[parameter]?.values[row] ?? Number.NaN
      if (rule === undefined || Number.isNaN(value)) return false
      const own = series[rule.parameter]?.values[row] ?? Number.NaN
      return !Number.isNaN(background(rule.parameter, of, minute[row]!, own).value)
    })
    if (isCompared) compared.add(of)
  }
  return compared
}

const UNKNOWN: Level = { value: Number.NaN, devices: 0 }

/** The background from the hours of the other devices in each device's county, for periods of an hour or less. */
export const byCounty =
  (of: ReadonlyMap<Parameter, Background>, countyOf: (device: string) => string | null) =>
  (parameter: Parameter, device: string, minute: Minute, own: number): Level => {
    const county = countyOf(device)
    const hour = minute - (((minute % 60) + 60) % 60)
    return county === null ? UNKNOWN : (of.get(parameter)?.(county, hour, own) ?? UNKNOWN)
  }

/** The parameters needed to check a device against limits: the limited ones, and those of the backgrounds. */
export const judgedParameters = (limits: readonly Limit[]): readonly Parameter[] => [
  ...new Set(limits.flatMap(({ parameter, background }) => [parameter, ...(background ? [background.parameter] : [])])),
]
