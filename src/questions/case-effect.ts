import { type Effect, effectOf } from '@/domain/cases/effect'
import { hourEndOfKey, monitorOfKey } from '@/domain/cases/opening-key'
import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { monthsWithin } from '@/domain/monitoring/by-month'
import { nearestTo } from '@/domain/monitoring/doubts/neighbours'
import { type DoubtVerdicts, standingOfHours, WRONG } from '@/domain/monitoring/doubts/verdict'
import { cutGrid, type HourGrid, readingsOfGrid } from '@/domain/monitoring/hour-grid'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import { doubtsOfMonitor } from './monitor-doubts'
import { monitorPlace } from './monitors'
import type { OpenedPackage } from './opened-package'

const HOUR = 60
/** What is looked at where a case is about no parameter, the first that devices measure. */
const DUST: readonly Parameter[] = ['tsp', 'pm10']

/** Of which case the effect is asked for. */
export interface AskedEffect {
  /** What it was opened from, '' where a person brought it. */
  readonly from: string
  readonly position: Position | null
  readonly noticed: Minute
  readonly settled: Minute
}

/** What became of the values of the device that a case is about, or of the nearest to its place. */
export interface CaseEffect extends Effect {
  readonly device: string
  readonly name: string
  /** Metres from the place of the case; null where the case is about the device. */
  readonly metres: number | null
  readonly parameter: Parameter
  readonly isIllustrative: boolean
  /** Neighbours lie within so many metres. */
  readonly within: number
  /** Where the hours before end, and whether the first hour above the limit, on which the case was opened, counts among them. */
  readonly noticed: Minute
  readonly hasFirstHour: boolean
}

/** The effect of what was done, from hours of monitors: null where none is near, or none of its hours is known. */
export async function caseEffect(
  opened: OpenedPackage,
  hours: MonitorHours,
  { from, position, noticed, settled }: AskedEffect,
  verdicts: DoubtVerdicts,
): Promise<CaseEffect | null> {
  const rule = opened.pack.cases?.effect
  if (!rule) return null
  const about = monitorOfKey(from)
  const parameter = about?.parameter ?? DUST.find((each) => hours.parameters.includes(each))
  if (!parameter) return null
  const noticedHour = Math.floor(noticed / HOUR) * HOUR
  const begin = noticedHour - rule.hours * HOUR
  const firstHour = hourEndOfKey(from)
  const end = Math.ceil(settled / HOUR) * HOUR + rule.hours * HOUR
  const grids: HourGrid[] = []
  const months = [...new Set([...monthsWithin(begin, noticed + 1), ...monthsWithin(settled, end)])]
  for (const month of months) grids.push(await hours.ofMonth(month, [parameter]))
  const devices = [...new Set(grids.flatMap((each) => each.devices))].sort()
  const positionOf = (device: string) => monitorPlace(opened, device)?.position ?? null
  const nearest = position && nearestTo(0, [position, ...devices.map(positionOf)], 1)[0]
  const device = about?.code ?? (nearest ? devices[nearest - 1] : undefined)
  if (device === undefined) return null
  const own = positionOf(device)
  const metres = about || !own || !position ? null : nearbyDistanceMetres(...position, ...own)
  if (metres !== null && metres > rule.metres) return null
  const isNear = (each: string) => {
    const at = positionOf(each)
    return own !== null && at !== null && nearbyDistanceMetres(...own, ...at) <= rule.neighbourMetres
  }
  const others = devices.filter((each) => each !== device && isNear(each))
  const near = own
    ? Array.from(nearestTo(0, [own, ...others.map(positionOf)], rule.neighbours), (at) => others[at - 1]!)
    : []
  const grid = cutGrid(grids, [device, ...near], begin, end, [parameter])
  const standing = new Uint8Array(grid.devices.length * grid.hours)
  for (const [at, each] of grid.devices.entries())
    standing.set(
      await standingOf(opened, hours, each, parameter, { from: begin, until: end }, verdicts),
      at * grid.hours,
    )
  const effect = effectOf(grid, parameter, { noticed, settled }, rule, standing)
  if (effect.own.before.known + effect.own.after.known === 0) return null
  const reported = (await hours.reported()).get(device)
  const name = monitorPlace(opened, device)?.name || (reported?.name ?? device)
  return {
    ...effect,
    device,
    name,
    metres,
    parameter,
    isIllustrative: hours.isMadeUp(months),
    within: rule.neighbourMetres,
    noticed: noticedHour,
    hasFirstHour:
      firstHour !== null &&
      firstHour > begin &&
      firstHour <= noticedHour &&
      // The device itself comes first; an hour that a person found wrong counts in no mean.
      standing[(firstHour - HOUR - begin) / HOUR] !== WRONG,
  }
}

/** So much before and after hours is looked at too: what is stuck or leaps is told by the hours about it. */
const ABOUT = 24 * HOUR

/** How each hour of a device in a time stands with doubts. */
async function standingOf(
  opened: OpenedPackage,
  hours: MonitorHours,
  device: string,
  parameter: Parameter,
  { from, until }: { readonly from: Minute; readonly until: Minute },
  verdicts: DoubtVerdicts,
): Promise<Uint8Array> {
  const time = { from: from - ABOUT, until: until + ABOUT, since: from - ABOUT }
  const grid = await hours.read(time.from, time.until, hours.parameters, { devices: [device], minutes: true })
  const { doubts } = await doubtsOfMonitor(opened, hours, device, readingsOfGrid(grid, device), time)
  return standingOfHours(doubts, verdicts, { device, parameters: [parameter], from, hours: (until - from) / HOUR })
}
