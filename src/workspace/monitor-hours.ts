import type { HourRule } from '@/domain/monitoring/hours'
import type { Result } from '@/domain/problem'
import { KeptHours } from '@/io/readings/kept-hours'
import { isMadeUp, MonitorHours } from '@/io/readings/monitor-hours'
import type { MonthlyReadings } from '@/io/readings/package-readings'
import { hourRule } from './hour-rule'
import { readingsShelf } from './readings-shelves'
import type { WorkingCopy } from './working-copy'
import type { Workspace } from './workspace'

const NONE: MonthlyReadings = { months: [], open: async () => ({ value: [], problems: [] }) }

/** By what a package's files are: the list of its readings, whose files stay open, and the hours that they were made into. */
const lists = new WeakMap<WorkingCopy['files'], Promise<Result<MonthlyReadings>>>()
const opened = new WeakMap<WorkingCopy['files'], Promise<MonitorHours>>()

/** The hours of monitors that the package which is open has; their files are opened when they are first asked for. */
function packageHours(workspace: Workspace): Promise<MonitorHours> {
  const { files } = workspace.copy
  const before = opened.get(files)?.catch(() => null) ?? Promise.resolve(null)
  // What could not be read then may be now.
  const opening = before.then((hours) => (hours?.problems.length === 0 ? hours : openHours(workspace, hours)))
  opened.set(files, opening)
  return opening
}

/** Opens what is not open yet. Where the same files can't be opened as before, the hours stay, with what they know of the others. */
async function openHours(workspace: Workspace, before: MonitorHours | null): Promise<MonitorHours> {
  const { files } = workspace.copy
  const listed = lists.get(files) ?? workspace.readings('readings-hourly')
  lists.set(files, listed)
  const forget = () => lists.delete(files)
  listed.catch(forget)
  const { value, problems } = await listed
  if (problems.length > 0) forget()
  const hours = await MonitorHours.ofPackage(value ?? NONE, problems)
  return before && isSame(before, hours) ? before : hours
}

/** Whether hours are of the same files, and the same of them could not be opened. */
const isSame = (one: MonitorHours, other: MonitorHours) =>
  one.files.length === other.files.length &&
  one.files.every(({ file }, at) => file === other.files[at]!.file) &&
  JSON.stringify(one.unopened) === JSON.stringify(other.unopened)

const kept = new Map<string, { readonly rule: HourRule; readonly hours: KeptHours }>()

/** The hours of what this browser keeps under a name: made anew by a package that has another rule. */
export function keptHours(name: string, rule: HourRule): KeptHours {
  const known = kept.get(name)
  if (known?.rule === rule) return known.hours
  const hours = new KeptHours(readingsShelf(name), rule)
  kept.set(name, { rule, hours })
  return hours
}

let joined: MonitorHours | null = null

/**
 * The hours that the package has, and those that this browser keeps under `shelf`, which stand before the package's. Once any are
 * kept, made-up ones are left out, as they are of a month of which the package has others: they would fill real gaps, and stand
 * behind real values as background. Both stay open from one question to the next.
 */
export async function hoursOf(workspace: Workspace, shelf: string): Promise<MonitorHours> {
  const rule = hourRule(workspace.copy.opened.pack.monitoring?.hour)
  const ofShelf = keptHours(shelf, rule)
  const [ofPackage, own] = await Promise.all([packageHours(workspace), ofShelf.files()])
  const files = own.value ?? []
  const real = ofPackage.files.filter((each) => !isMadeUp(each))
  const told = new Set(real.map(({ month }) => month))
  const known = files.length > 0 ? real : ofPackage.files.filter((each) => !isMadeUp(each) || !told.has(each.month))
  // A made-up export that was brought again is shown only where nothing real is; else it is not opened, and what is wrong with it is no matter.
  const hasReal = files.length + own.problems.length + real.length > 0
  const madeUp = hasReal ? null : await ofShelf.files('illustrative')
  const hours = new MonitorHours(
    [...known, ...(madeUp?.value ?? []), ...files],
    [...ofPackage.problems, ...own.problems, ...(madeUp?.problems ?? [])],
  )
  if (!joined || !isSame(joined, hours)) joined = hours
  return joined
}
