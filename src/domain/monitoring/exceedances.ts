import type { Background, Level, Means } from './background'
import { localDay } from './local-time'
import type { Parameter } from './parameter'
import type { Minute } from './readings'
import type { BackgroundRule, Limit } from './settings'
import { DUST_UNITS } from './unit-finding'

/** A mean above its limit, or far above the background, or both. Nothing of it is decided: it may be doubted, and a person judges. Amounts are in the unit of the parameter. */
export interface Exceedance {
  readonly device: string
  readonly limit: Limit
  /** Begin of the time of which the mean is, and its end. */
  readonly from: Minute
  readonly until: Minute
  readonly value: number
  /** What was taken off, and what was compared; nothing was where `background` is null, as where nobody knows it. */
  readonly background: number | null
  /** Of how many other devices the background is; null where there is none. */
  readonly backgroundOf: number | null
  readonly compared: number
  readonly allowedUpTo: number
  /** Whether what was compared is above the limit. */
  readonly isOver: boolean
  /** By how many times the background it is it exceeds, whatever the limit. */
  readonly isAlarm: boolean
  /** Which of the day it is, from 1. */
  readonly ofDay: number
  /** Whether the limit allows so many a day. */
  readonly isAllowed: boolean
}

/** By what a figure in the unit of a limit is multiplied to be one in that of its parameter. */
const factorOf = ({ unit }: Limit) => (unit in DUST_UNITS ? DUST_UNITS[unit as keyof typeof DUST_UNITS] : 1)

/** The limits of one averaging time that hold for works of a stage: those that name it, else those that name none. */
export function limitsOf(limits: readonly Limit[], averaging: number, stage: string | null): readonly Limit[] {
  const ofTime = limits.filter((each) => each.averaging === averaging)
  const named = ofTime.filter((each) => each.stage !== undefined && each.stage === stage)
  const isNamed = (parameter: Parameter) => named.some((each) => each.parameter === parameter)
  return [...named, ...ofTime.filter((each) => each.stage === undefined && !isNamed(each.parameter))]
}

/** Whose limits hold for a device, and what lies over its county. */
export interface JudgedBy {
  readonly limits: readonly Limit[]
  readonly stageOf: (device: string) => string | null
  /** Of the parameter that a limit's rule takes off, for a device, the begin of a time, and what the device has of the parameter itself then; absent: nothing is taken off. */
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

/** What of a value is compared with a limit. */
function comparedBy(rule: BackgroundRule, factor: number, value: number, level: Level): Compared {
  const { value: background, devices: backgroundOf } = level
  if (Number.isNaN(background)) return { background: null, backgroundOf: null, compared: value, isAlarm: false }
  if (rule.by === 'difference') {
    const off = rule.cap === undefined ? background : Math.min(background, rule.cap * factor)
    return { background: off, backgroundOf, compared: value - off, isAlarm: false }
  }
  if (value <= rule.share * background) return { background: 0, backgroundOf, compared: value, isAlarm: false }
  const off = rule.share * background
  const saysMuch = background >= (rule.least ?? 0) * factor
  return { background: off, backgroundOf, compared: value - off, isAlarm: saysMuch && value >= rule.alarm * background }
}

/** The means, of times of `averaging` minutes, that lie above a limit or far above the background, by device and time, of each limit by itself. They have to have all {@link judgedParameters}. */
export const exceedances = (means: Means, averaging: number, by: JudgedBy): readonly Exceedance[] =>
  judged(means, averaging, by, ({ isOver, isAlarm }) => isOver || isAlarm)

/** The means that lie above a limit as they were measured, and not once the background is taken off: why a peak exceeds nothing. */
export const explainedByBackground = (means: Means, averaging: number, by: JudgedBy): readonly Exceedance[] =>
  judged(means, averaging, by, ({ isOver, value, allowedUpTo }) => !isOver && value > allowedUpTo)

function judged(
  means: Means,
  averaging: number,
  { limits, stageOf, background, isLeftOut }: JudgedBy,
  isWanted: (of: Pick<Exceedance, 'isOver' | 'isAlarm' | 'value' | 'allowedUpTo'>) => boolean,
): readonly Exceedance[] {
  const { devices, device, minute, series } = means
  const found: Exceedance[] = []
  const held = devices.map((each) => limitsOf(limits, averaging, stageOf(each)))
  for (const limit of new Set(held.flat())) {
    const values = series[limit.parameter]?.values
    if (!values) continue
    const own = limit.background && series[limit.background.parameter]?.values
    const factor = factorOf(limit)
    const allowedUpTo = limit.value * factor
    const isHeld = held.map((each) => each.includes(limit))
    let [before, day, ofDay] = [-1, Number.NaN, 0]
    for (let row = 0; row < values.length; row++) {
      const value = values[row]!
      const code = device[row]!
      const asks = limit.background !== undefined && background !== undefined
      // Without a background only what is above the limit can exceed it.
      if (!isHeld[code] || Number.isNaN(value) || (!asks && value <= allowedUpTo)) continue
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
      const isOver = against.compared > allowedUpTo
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
export function comparedDevices(
  { devices, device, minute, series }: Means,
  averaging: number,
  { limits, stageOf, background }: JudgedBy,
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

/** What the hours of the others in each device's county say of the background, for times of an hour or parts of one. */
export const byCounty =
  (of: ReadonlyMap<Parameter, Background>, countyOf: (device: string) => string | null) =>
  (parameter: Parameter, device: string, minute: Minute, own: number): Level => {
    const county = countyOf(device)
    const hour = minute - (((minute % 60) + 60) % 60)
    return county === null ? UNKNOWN : (of.get(parameter)?.(county, hour, own) ?? UNKNOWN)
  }

/** What has to be known of a device to hold it against limits: what they limit, and what the device itself has of the background. */
export const judgedParameters = (limits: readonly Limit[]): readonly Parameter[] => [
  ...new Set(limits.flatMap(({ parameter, background }) => [parameter, ...(background ? [background.parameter] : [])])),
]
