import { PackageHours } from '@/io/readings/package-hours'
import type { MonthlyReadings } from '@/io/readings/package-readings'
import type { WorkingCopy } from './working-copy'
import type { Workspace } from './workspace'

const NONE: MonthlyReadings = { months: [], open: async () => ({ value: [], problems: [] }) }

const opened = new WeakMap<WorkingCopy['files'], Promise<PackageHours>>()

/** The hours of monitors that the package which is open has; their files are opened when they are first asked for. */
export function hoursOf(workspace: Workspace): Promise<PackageHours> {
  const { files } = workspace.copy
  const before = opened.get(files)?.catch(() => null) ?? Promise.resolve(null)
  // What could not be read then may be now.
  const opening = before.then((hours) => (hours?.problems.length === 0 ? hours : openHours(workspace)))
  opened.set(files, opening)
  return opening
}

async function openHours(workspace: Workspace): Promise<PackageHours> {
  const { value, problems } = await workspace.readings('readings-hourly')
  return PackageHours.open(value ?? NONE, problems)
}
