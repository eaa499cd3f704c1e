import { type DoubtVerdicts, undismissedDoubts, wrongHoursOf } from '@/domain/monitoring/doubts/verdict'
import type { Parameter } from '@/domain/monitoring/parameter'
import { containsText } from '@/domain/search/contains'
import { pinyinOrder } from '@/domain/table/pinyin-places'
import type { MonitorFinding } from '@/questions/monitors/monitor-findings'
import type { MonitorLine } from '@/questions/monitors/monitor-list'
import type { DeviceFilter, DeviceListFilter, DeviceSort } from '@/store/view/device-list-filter'

export type Findings = ReadonlyMap<string, MonitorFinding>

export interface ShownDevices {
  readonly lines: readonly MonitorLine[]
  /** Number of devices per filter, within the same county and text; null while the findings are loading. */
  readonly counts: Readonly<Record<DeviceFilter, number | null>>
  /** Number of devices per county, within the same filter and text. */
  readonly counties: ReadonlyMap<string, number>
}

/** The name from a list or an inventory; else the name in the device's file, else its code. */
export const nameOf = ({ place, called, device }: Pick<MonitorLine, 'place' | 'called' | 'device'>) =>
  place?.name || (called ?? device)
const countyOf = ({ place }: MonitorLine) => place?.county ?? ''

/** Findings of a device after verdicts: doubts that were dismissed are left out. */
export interface DecidedFinding extends MonitorFinding {
  /** Number of its hours above a limit that were found invalid. */
  readonly wrong: number
}

const HOUR = 60

/** Findings of each device for a parameter, after verdicts. */
export const decidedFindings = (
  findings: Findings,
  verdicts: DoubtVerdicts,
  parameter: Parameter,
): ReadonlyMap<string, DecidedFinding> =>
  new Map(
    [...findings].map(([device, each]) => {
      const hours = each.overHours.map((from) => ({ device, parameter, from, until: from + HOUR }))
      const wrong = hours.reduce((sum, hour) => sum + wrongHoursOf(verdicts, hour), 0)
      return [device, { ...each, doubts: undismissedDoubts(verdicts, each.doubts), wrong }]
    }),
  )

/** The devices that match the filters, sorted; by a figure, the worst come first and those without it last. */
export function shownDevices(
  devices: readonly MonitorLine[],
  findings: ReadonlyMap<string, DecidedFinding> | null,
  { filter, county, text, sort }: DeviceListFilter,
): ShownDevices {
  const has: Readonly<Record<DeviceFilter, (line: MonitorLine) => boolean>> = {
    all: () => true,
    over: ({ device }) => (overOf(findings, device) ?? 0) > 0,
    doubts: ({ device }) => (findings?.get(device)?.doubts.length ?? 0) > 0,
    offline: ({ isOnline }) => !isOnline,
  }
  const contains = containsText(text)
  const named = devices.filter((line) => contains([nameOf(line), line.device]))
  const inCounty = (line: MonitorLine) => county === null || countyOf(line) === county
  const known = (each: DeviceFilter) => findings !== null || each === 'all' || each === 'offline'
  const count = (each: DeviceFilter) =>
    known(each) ? named.filter((line) => inCounty(line) && has[each](line)).length : null
  const counties = new Map<string, number>()
  for (const line of named.filter(has[filter])) counties.set(countyOf(line), (counties.get(countyOf(line)) ?? 0) + 1)
  return {
    lines: sorted(
      named.filter((line) => inCounty(line) && has[filter](line)),
      findings,
      sort,
    ),
    counts: { all: count('all'), over: count('over'), doubts: count('doubts'), offline: count('offline') },
    counties,
  }
}

/** Hours of a device above a limit, without those found invalid; null if no limit applies. */
export function overOf(findings: ReadonlyMap<string, DecidedFinding> | null, device: string): number | null {
  const { over = null, wrong = 0 } = findings?.get(device) ?? {}
  return over === null ? null : over - wrong
}

function sorted(
  lines: readonly MonitorLine[],
  findings: ReadonlyMap<string, DecidedFinding> | null,
  sort: DeviceSort,
): readonly MonitorLine[] {
  if (sort === 'county') return lines
  const byName = (a: MonitorLine, b: MonitorLine) =>
    pinyinOrder.compare(nameOf(a), nameOf(b)) || (a.device < b.device ? -1 : 1)
  if (sort === 'name') return [...lines].sort(byName)
  const figure = (line: MonitorLine): number | null =>
    sort === 'value' ? line.value : sort === 'over' ? overOf(findings, line.device) : line.share
  const worst = sort === 'share' ? 1 : -1
  return [...lines].sort((a, b) => {
    const [one, other] = [figure(a), figure(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(a, b)
    return worst * (one - other) || byName(a, b)
  })
}
