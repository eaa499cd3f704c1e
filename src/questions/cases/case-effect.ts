import type { Month } from '@/domain/calendar'
import { type Effect, effectOf, hasBothMeans } from '@/domain/cases/effect'
import { hourEndOfKey, monitorOfKey } from '@/domain/cases/opening-key'
import type { EffectRule } from '@/domain/cases/settings'
import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { monthsWithin } from '@/domain/monitoring/by-month'
import { nearestTo } from '@/domain/monitoring/doubts/neighbours'
import { type DoubtVerdicts, standingOfHours, WRONG } from '@/domain/monitoring/doubts/verdict'
import { cutGrid, type HourGrid, readingsOfGrid } from '@/domain/monitoring/hour-grid'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { Problem } from '@/domain/problem'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import { doubtsOfMonitor } from '@/questions/monitors/monitor-doubts'
import { monitorPlace } from '@/questions/monitors/monitors'
import type { OpenedPackage } from '@/questions/opened-package'

const HOUR = 60
/** Parameters for a case that names none: the first that devices measure is used. */
const DUST: readonly Parameter[] = ['tsp', 'pm10']

/** The case whose effect is asked for. */
export interface CaseEffectRequest {
  /** The opening key of the case, '' if a person entered the case. */
  readonly from: string
  readonly position: Position | null
  readonly noticed: Minute
  readonly settled: Minute
}

/** How the readings changed at the case's device, or at the device nearest to its place. */
export interface CaseEffect extends Effect {
  readonly device: string
  readonly name: string
  /** Metres from the case's place; null if the case is about this device. */
  readonly metres: number | null
  readonly parameter: Parameter
  readonly isIllustrative: boolean
  /** Radius in metres within which devices count as neighbours. */
  readonly within: number
  /**
   * End of the hours before the case, and whether they include the first hour above the limit, on which the case was
   * opened.
   */
  readonly noticed: Minute
  readonly hasFirstHour: boolean
}

/** There are no figures of an effect, since readings of the time cannot be read. */
export interface UnreadEffect {
  readonly unread: readonly Problem[]
}

/**
 * The effect of a case's measures, from monitors' hours; null if no monitor is near, or none of its hours is known. If
 * some readings of the time cannot be read, why: the others would make other means, and all of its hours look doubtful.
 */
export async function caseEffect(
  opened: OpenedPackage,
  hours: MonitorHours,
  asked: CaseEffectRequest,
  verdicts: DoubtVerdicts,
): Promise<CaseEffect | UnreadEffect | null> {
  const rule = opened.pack.cases?.effect
  if (!rule) return null
  const effect = await effectOfHours(opened, hours, rule, asked, verdicts)
  const unread = hours.problemsOf(monthsOf(rule, asked))
  if (unread.length === 0) return effect
  return effect || isNearListed(opened, rule, asked) ? { unread } : null
}

/** The months of the hours before and after a case. */
function monthsOf({ hours }: EffectRule, { noticed, settled }: CaseEffectRequest): readonly Month[] {
  const begin = Math.floor(noticed / HOUR) * HOUR - hours * HOUR
  const end = Math.ceil(settled / HOUR) * HOUR + hours * HOUR
  return [...new Set([...monthsWithin(begin, noticed + 1), ...monthsWithin(settled, end)])]
}

/** Whether a case is about a device, or near one on a list of monitors: those in files that cannot be read are unknown. */
function isNearListed(opened: OpenedPackage, rule: EffectRule, { from, position }: CaseEffectRequest): boolean {
  if (monitorOfKey(from)) return true
  return [...opened.ties.byNumber.keys()].some((device) => {
    const at = monitorPlace(opened, device)?.position
    return at && position ? nearbyDistanceMetres(...position, ...at) <= rule.metres : false
  })
}

/** The effect by the hours that can be read. */
async function effectOfHours(
  opened: OpenedPackage,
  hours: MonitorHours,
  rule: EffectRule,
  asked: CaseEffectRequest,
  verdicts: DoubtVerdicts,
): Promise<CaseEffect | null> {
  const { from, position, noticed, settled } = asked
  const about = monitorOfKey(from)
  const parameter = about?.parameter ?? DUST.find((each) => hours.parameters.includes(each))
  if (!parameter) return null
  const noticedHour = Math.floor(noticed / HOUR) * HOUR
  const begin = noticedHour - rule.hours * HOUR
  const firstHour = hourEndOfKey(from)
  const end = Math.ceil(settled / HOUR) * HOUR + rule.hours * HOUR
  const grids: HourGrid[] = []
  const months = monthsOf(rule, asked)
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
  const byDistance = own
    ? Array.from(nearestTo(0, [own, ...others.map(positionOf)], others.length), (at) => others[at - 1]!)
    : []
  const isComplete = (each: string, standing?: Uint8Array) =>
    hasBothMeans(cutGrid(grids, [each], begin, end, [parameter]), parameter, { noticed, settled }, rule, standing)
  const standings = [await standingOf(opened, hours, device, parameter, { from: begin, until: end }, verdicts)]
  const near: string[] = []
  // The nearest of those that count: one with too few hours takes no other's place.
  for (const each of byDistance) {
    if (near.length === rule.neighbours) break
    if (!isComplete(each)) continue
    const standing = await standingOf(opened, hours, each, parameter, { from: begin, until: end }, verdicts)
    if (!isComplete(each, standing)) continue
    near.push(each)
    standings.push(standing)
  }
  const grid = cutGrid(grids, [device, ...near], begin, end, [parameter])
  const standing = new Uint8Array(grid.devices.length * grid.hours)
  for (const [at, each] of standings.entries()) standing.set(each, at * grid.hours)
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
      // The device's own hours come first in `standing`; an hour that a person found wrong counts in no mean.
      standing[(firstHour - HOUR - begin) / HOUR] !== WRONG,
  }
}

/** Minutes read before and after: hours around show whether a value is stuck or jumps. */
const ABOUT = 24 * HOUR

/** State of each hour of a device in a time: sound, doubted but undecided, or found wrong. */
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
