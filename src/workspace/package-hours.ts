import { PackageHours } from '@/io/readings/package-hours'
import type { WorkingCopy } from './working-copy'

const opened = new WeakMap<WorkingCopy['files'], Promise<PackageHours>>()

/** The hours of monitors that the package which is open has; their files are opened when they are first asked for. */
export function hoursOf({ files, descriptor }: WorkingCopy): Promise<PackageHours> {
  const before = opened.get(files)
  if (before) return before
  const opening = PackageHours.open(files, descriptor.resources)
  opened.set(files, opening)
  return opening
}
