import type { HourRule } from '@/domain/monitoring/hours'
import type { Problem, Result } from '@/domain/problem'
import { KeptHours } from '@/io/readings/kept-hours'
import { isMadeUp, MonitorHours, type UnopenedFile } from '@/io/readings/monitor-hours'
import type { MonthlyReadings } from '@/io/readings/package-readings'
import type { WorkingCopy } from '@/workspace/working-copy'
import type { Workspace } from '@/workspace/workspace'
import { hourRule } from './hour-rule'
import { readingsShelf } from './readings-shelves'

const NONE: MonthlyReadings = { months: [], open: async () => ({ value: [], problems: [] }) }

/**
 * By the package's files object: the list of its hourly readings, whose files stay open, and the hours read from
 * them.
 */
const lists = new WeakMap<WorkingCopy['files'], Promise<Result<MonthlyReadings>>>()
const opened = new WeakMap<WorkingCopy['files'], Promise<MonitorHours>>()

/** Hours of monitors in the open package; files are opened at the first request. */
function packageHours(workspace: Workspace): Promise<MonitorHours> {
  const { files } = workspace.copy
  const before = opened.get(files)?.catch(() => null) ?? Promise.resolve(null)
  // Retry if some files could not be read last time.
  const opening = before.then((hours) => (hours?.problems.length === 0 ? hours : openHours(workspace, hours)))
  opened.set(files, opening)
  return opening
}

/**
 * Opens the files that are not open yet. If the same files fail as before, keeps the previous object with its cache.
 */
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

/** Whether two objects have the same files and the same files failed to open. */
const isSame = (one: MonitorHours, other: MonitorHours) =>
  one.files.length === other.files.length &&
  one.files.every(({ file }, at) => file === other.files[at]!.file) &&
  JSON.stringify(one.unopened) === JSON.stringify(other.unopened)

const kept = new Map<string, { readonly rule: HourRule; readonly hours: KeptHours }>()

/** Hours kept in this browser under a name; created again if the package has another rule. */
export function keptHours(name: string, rule: HourRule): KeptHours {
  const known = kept.get(name)
  if (known?.rule === rule) return known.hours
  const hours = new KeptHours(readingsShelf(name), rule)
  kept.set(name, { rule, hours })
  return hours
}

/** Problems of kept files name the month instead of a file. */
const ofKeptMonth = (problem: Problem): UnopenedFile => ({ ...problem, month: problem.file })

let joined: MonitorHours | null = null

/**
 * Hours of the package, and those kept in this browser under `shelf`, which take precedence. Made-up hours are left
 * out once any real hours are kept, and for months in which the package has real ones: they would fill real gaps and
 * serve as background for real values. The result is reused while its files stay the same.
 */
export async function hoursOf(workspace: Workspace, shelf: string): Promise<MonitorHours> {
  const rule = hourRule(workspace.copy.opened.pack.monitoring?.hour)
  const ofShelf = keptHours(shelf, rule)
  const [ofPackage, own] = await Promise.all([packageHours(workspace), ofShelf.files()])
  const files = own.value ?? []
  const real = ofPackage.files.filter((each) => !isMadeUp(each))
  const told = new Set(real.map(({ month }) => month))
  // Kept files that can't be read are real too: made-up hours must not appear in their place.
  const hasOwn = files.length + own.problems.length > 0
  const known = hasOwn ? real : ofPackage.files.filter((each) => !isMadeUp(each) || !told.has(each.month))
  // Imported made-up hours are used only if there is no real data; otherwise they are not opened, and their problems
  // do not matter.
  const hasReal = hasOwn || real.length > 0
  const madeUp = hasReal ? null : await ofShelf.files('illustrative')
  const hours = new MonitorHours(
    [...known, ...(madeUp?.value ?? []), ...files],
    [...ofPackage.problems, ...[...own.problems, ...(madeUp?.problems ?? [])].map(ofKeptMonth)],
  )
  if (!joined || !isSame(joined, hours)) joined = hours
  return joined
}
