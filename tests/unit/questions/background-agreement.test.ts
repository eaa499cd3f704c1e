import { beforeAll, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { monitorOfKey } from '@/domain/cases/opening-key'
import type { DoubtVerdicts } from '@/domain/monitoring/doubts/verdict'
import { hoursOfRuns } from '@/domain/monitoring/exceedance-runs'
import type { Minute } from '@/domain/monitoring/readings'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import { applyVerdicts, exceedanceOpening, exceedanceOpenings } from '@/questions/cases/exceedance-openings'
import { type EvaluatedPackage, evaluateRules } from '@/questions/evaluated-package'
import { exceedanceList } from '@/questions/monitors/exceedance-list'
import { monitorDays } from '@/questions/monitors/monitor-days'
import { monitorFindings } from '@/questions/monitors/monitor-findings'
import { monitorSeries } from '@/questions/monitors/monitor-series'
import { hoursFromDisk } from '../hours-from-disk'
import { openFromDisk } from '../package-from-disk'

const [AS_OF, DAYS, NOW] = ['2022-10-26', 3, Date.UTC(2023, 5, 1) / 60_000]
/** An hour of these devices is above the limit unless the background is taken off. */
const HOUR = Date.UTC(2022, 9, 26) / 60_000
const EXPLAINED = ['GD2022-0001', 'GD2022-0036', 'GD2022-0270']
/** Others with hours above the limit in the days asked for. */
const ABOVE = ['GD2022-0070', 'GD2022-0287']
const NONE: DoubtVerdicts = new Map()

let evaluated: EvaluatedPackage
let hours: MonitorHours
beforeAll(async () => {
  evaluated = evaluateRules((await openFromDisk('')).value!, AS_OF)
  hours = await hoursFromDisk(['2022-09', '2022-10'])
})

/** The hours above the limit by device, as each screen tells them. */
async function overOn(verdicts: DoubtVerdicts) {
  const { opened } = evaluated
  const found = await monitorFindings(opened, hours, AS_OF, 'tsp', verdicts, NOW)
  const { rows } = (await exceedanceList(opened, hours, AS_OF, DAYS, verdicts, NOW))!
  const openings = await exceedanceOpenings(evaluated, hours, 'exceedance', DAYS, verdicts)
  const decided = await Promise.all(openings.map((each) => applyVerdicts(evaluated, hours, verdicts, each)))
  const proposed = decided.flatMap((each) =>
    each?.reason.of === 'exceedance' ? { ...each.reason, device: monitorOfKey(each.key)!.code } : [],
  )
  const byDevice = async <Told>(told: (device: string) => Promise<Told> | Told) => {
    const all: (readonly [string, Told])[] = []
    for (const device of [...EXPLAINED, ...ABOVE]) all.push([device, await told(device)])
    return Object.fromEntries(all)
  }
  const hoursIn = (runs: readonly { readonly device: string; readonly from: Minute; readonly until: Minute }[]) =>
    byDevice((device) => hoursOfRuns(runs.filter((each) => each.device === device)))
  return {
    monitors: await byDevice((device) => found.get(device)!.overHours),
    curve: await byDevice(async (device) => {
      const asked = { device, parameter: 'tsp', asOf: AS_OF, days: DAYS } as const
      const { exceedances } = await monitorSeries(opened, hours, asked, verdicts, NOW)
      return exceedances.flatMap(({ isOver, from }) => (isOver ? from : []))
    }),
    list: await hoursIn(rows),
    listed: rows.map(({ device }) => device),
    proposals: await byDevice((device) =>
      proposed.flatMap((each) => (each.device === device ? each.overHours : [])).sort((a, b) => a - b),
    ),
    proposedDevices: [...new Set(proposed.map(({ device }) => device))].sort(),
    calendar: await byDevice(async (device) => {
      const asked = { device, parameter: 'tsp', asOf: AS_OF, year: null } as const
      const { days } = await monitorDays(opened, hours, asked, verdicts)
      return days.reduce((sum, { day, over }) => sum + (day > parseDay(AS_OF) - DAYS ? over : 0), 0)
    }),
    keys: openings.map(({ key }) => key),
  }
}

it('shows the same hours above the limit everywhere, whatever hours of others were found invalid', async () => {
  const grid = await hours.read(HOUR, HOUR + 60, ['pm10'])
  const pm10 = grid.devices.map((device, at) => ({ device, value: grid.values.pm10![at]! }))
  const wrong = (is: (of: { device: string; value: number }) => boolean): DoubtVerdicts => {
    const verdict = { doubt: 'stuck', parameter: 'pm10', from: HOUR, until: HOUR + 60, verdict: 'invalid' }
    return new Map(pm10.filter(is).map(({ device }) => [device, [verdict]]))
  }
  const middle = pm10.map(({ value }) => value).sort((a, b) => a - b)[pm10.length >> 1]!
  const allOthers = wrong(({ device }) => device !== EXPLAINED[0])
  const told = []
  for (const verdicts of [
    NONE,
    allOthers,
    wrong(({ value }) => value < middle),
    wrong(({ value }) => value > middle),
  ]) {
    const { monitors, curve, list, listed, calendar, proposals, proposedDevices, keys } = await overOn(verdicts)
    const counts = Object.fromEntries(Object.entries(monitors).map(([device, own]) => [device, own.length]))
    expect([curve, list, proposals]).toEqual([monitors, monitors, monitors])
    expect(calendar).toEqual(counts)
    expect([...new Set(listed)].sort()).toEqual(proposedDevices)
    told.push({ monitors, keys })
  }
  const [raw, cleaned] = told as [(typeof told)[0], (typeof told)[0]]
  for (const device of EXPLAINED) expect([raw.monitors[device], cleaned.monitors[device]]).toEqual([[], [HOUR]])
  for (const device of ABOVE) expect(raw.monitors[device]!.length, device).toBeGreaterThan(1)
  // Proposals keep their keys, and further ones are beside them; each is found again by its hour.
  expect(cleaned.keys).toEqual(expect.arrayContaining(raw.keys))
  const run = { device: EXPLAINED[0]!, parameter: 'tsp', hour: HOUR } as const
  expect(await exceedanceOpening(evaluated, hours, 'exceedance', run, NONE)).toBeNull()
  expect(cleaned.keys).toContain((await exceedanceOpening(evaluated, hours, 'exceedance', run, allOthers))!.key)
})
