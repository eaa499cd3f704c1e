import first from '#data/monitoring.json'
import type { HourRule } from '@/domain/monitoring/hours'
import { readMonitoring } from '@/io/package/monitoring-file'
import { KeptHours } from '@/io/readings/kept-hours'
import { MonitorHours } from '@/io/readings/monitor-hours'
import type { MonthlyReadings } from '@/io/readings/package-readings'
import { ReadingsShelf } from '@/io/readings/readings-shelf'
import type { WorkingCopy } from './working-copy'
import type { Workspace } from './workspace'

const NONE: MonthlyReadings = { months: [], open: async () => ({ value: [], problems: [] }) }

const opened = new WeakMap<WorkingCopy['files'], Promise<MonitorHours>>()

/** The hours of monitors that the package which is open has; their files are opened when they are first asked for. */
function packageHours(workspace: Workspace): Promise<MonitorHours> {
  const { files } = workspace.copy
  const before = opened.get(files)?.catch(() => null) ?? Promise.resolve(null)
  // What could not be read then may be now.
  const opening = before.then((hours) => (hours?.problems.length === 0 ? hours : openHours(workspace)))
  opened.set(files, opening)
  return opening
}

async function openHours(workspace: Workspace): Promise<MonitorHours> {
  const { value, problems } = await workspace.readings('readings-hourly')
  return MonitorHours.ofPackage(value ?? NONE, problems)
}

/** How readings make an hour, of a package that does not say it: as the first city's does. */
const FIRST_RULE: HourRule = readMonitoring('monitoring.json', first).value!.hour

const shelves = new Map<string, ReadingsShelf>()
const kept = new Map<string, { readonly rule: HourRule; readonly hours: KeptHours }>()

/** The hours of what this browser keeps under a name: made anew by a package that has another rule. */
function keptHours(name: string, rule: HourRule): KeptHours {
  const known = kept.get(name)
  if (known?.rule === rule) return known.hours
  const shelf = shelves.get(name) ?? new ReadingsShelf(name)
  shelves.set(name, shelf)
  const hours = new KeptHours(shelf, rule)
  kept.set(name, { rule, hours })
  return hours
}

let joined: { readonly of: readonly unknown[]; readonly hours: MonitorHours } | null = null

/**
 * The hours that the package has, and those that this browser keeps under `shelf`, which stand before the package's. Both stay
 * open from one question to the next.
 */
export async function hoursOf(workspace: Workspace, shelf: string): Promise<MonitorHours> {
  const rule = workspace.copy.opened.pack.monitoring?.hour ?? FIRST_RULE
  const [ofPackage, own] = await Promise.all([packageHours(workspace), keptHours(shelf, rule).files()])
  const files = own.value ?? []
  const of = [ofPackage, ...files]
  const isSame = joined?.of.length === of.length && of.every((each, at) => joined!.of[at] === each)
  if (isSame && joined!.hours.problems.length === 0) return joined!.hours
  const hours = new MonitorHours([...ofPackage.files, ...files], [...ofPackage.problems, ...own.problems])
  joined = { of, hours }
  return hours
}
