import { PackageHours } from '@/io/readings/package-hours'
import type { WorkingCopy } from './working-copy'
import type { Workspace } from './workspace'

const opened = new WeakMap<WorkingCopy['files'], Promise<PackageHours>>()

/** The hours of monitors that the package which is open has; their files are opened when they are first asked for. */
export function hoursOf(workspace: Workspace): Promise<PackageHours> {
  const { files } = workspace.copy
  const before = opened.get(files)
  if (before) return before
  const opening = openHours(workspace)
  opened.set(files, opening)
  // What could not be read now may be later.
  opening.catch(() => opened.delete(files))
  return opening
}

async function openHours(workspace: Workspace): Promise<PackageHours> {
  const { value, problems } = await workspace.readings('readings-hourly')
  return PackageHours.open(value ?? { months: [], open: async () => ({ value: [], problems }) })
}
