import type { IsoDay } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { doubtsOfDevices } from '@/domain/monitoring/doubts/find-doubts'
import type { DoubtVerdicts } from '@/domain/monitoring/doubts/verdict'
import { devicesWithBackground, exceedances } from '@/domain/monitoring/exceedances'
import { readingsOfGrid } from '@/domain/monitoring/hour-grid'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import { LastAnswers, memoOf } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'
import { type ApplicableLimit, applicableLimits, limitContext } from './monitor-limits'
import { listedTime } from './monitor-list'
import { doubtsBeside } from './monitor-neighbours'

const HOUR = 60

/** Doubts from comparison with neighbours need weeks of all devices; they are the same for each parameter shown. */
const besideOf = memoOf((_: OpenedPackage) =>
  memoOf((_: MonitorHours) => new LastAnswers<ReadonlyMap<string, readonly Doubt[]>>()),
)

/** What the rules find in a device's hours in the days that the list draws. */
export interface MonitorFinding {
  /** Number of hours above a limit; null if no limit applies to it. */
  readonly over: number | null
  /** Start of each of these hours. */
  readonly overHours: readonly Minute[]
  /** The limits that apply to it. */
  readonly limits: readonly ApplicableLimit[]
  /**
   * Hours far above the background, whatever the limit; null if no limit that applies to the device uses a background, `alone` if none
   * of its hours has one.
   */
  readonly alarms: number | 'alone' | null
  /** Doubts about the parameter and the device as a whole: those of its own screen. */
  readonly doubts: readonly Doubt[]
}

/**
 * Findings of each device on the list, by code. Hours that persons found wrong count, but not in the background of other
 * devices.
 */
export async function monitorFindings(
  opened: OpenedPackage,
  hours: MonitorHours,
  asOf: IsoDay,
  parameter: Parameter,
  verdicts: DoubtVerdicts,
  now: Minute,
): Promise<ReadonlyMap<string, MonitorFinding>> {
  const reported = await hours.reported()
  const { from, until, codes } = listedTime(reported, asOf, now)
  const found = new Map<string, MonitorFinding>()
  if (until === null) return found
  const settings = opened.pack.monitoring
  const limits = (settings?.limits ?? []).filter((each) => each.parameter === parameter && each.averaging === HOUR)
  const grid = await hours.read(from, until, hours.parameters, { minutes: true })
  const judged = await limitContext(opened, hours, { from, until }, limits, verdicts)
  const over = new Map<string, Set<Minute>>()
  const alarms = new Map<string, Set<Minute>>()
  const add = (to: Map<string, Set<Minute>>, device: string, at: Minute) =>
    to.set(device, (to.get(device) ?? new Set<Minute>()).add(at))
  // An hour above two limits counts once.
  const readings = readingsOfGrid(grid)
  const compared = devicesWithBackground(readings, HOUR, judged)
  const alarmsOf = (device: string) => (compared.has(device) ? (alarms.get(device)?.size ?? 0) : 'alone')
  for (const each of exceedances(readings, HOUR, judged)) {
    if (each.isOver) add(over, each.device, each.from)
    if (each.isAlarm) add(alarms, each.device, each.from)
  }
  const besideAll = await besideOf(opened)(hours).get('', `${from} ${until}`, async () => {
    const { doubts } = await doubtsBeside(opened, hours, codes, { from, until })
    return grouped(doubts, ({ device }) => device)
  })
  if (hours.problems.length > 0) besideOf(opened)(hours).forget('')
  for (const device of codes) {
    const since = Math.max(from, Math.min(reported.get(device)!.first, until))
    const time = { from: since, until, devices: [device] }
    const alone = doubtsOfDevices(readingsOfGrid(grid, device), settings?.doubts ?? {}, time)
    const doubts = [...alone, ...(besideAll.get(device) ?? [])]
    const held = applicableLimits(opened, device, parameter, HOUR)
    found.set(device, {
      over: held.length === 0 ? null : (over.get(device)?.size ?? 0),
      overHours: [...(over.get(device) ?? [])].sort((a, b) => a - b),
      limits: held,
      alarms: held.some(({ limit }) => limit.background) ? alarmsOf(device) : null,
      doubts: doubts.filter((each) => each.parameter === null || each.parameter === parameter),
    })
  }
  return found
}
