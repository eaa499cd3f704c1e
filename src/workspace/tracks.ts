import type { Problem } from '@/domain/problem'
import { packageTracks, Tracks, type TracksOfMonth } from '@/io/tracks/tracks'
import type { WorkingCopy } from './working-copy'
import type { Workspace } from './workspace'

/** By what a package's files are: its tracks, whose files stay open. */
const ofPackage = new WeakMap<WorkingCopy['files'], Promise<{ files: TracksOfMonth[]; problems: readonly Problem[] }>>()
let joined: Tracks | null = null

/** The tracks of trucks that the package has. They stay open from one question to the next. */
export async function tracksOf(workspace: Workspace): Promise<Tracks> {
  const { files } = workspace.copy
  const asking = ofPackage.get(files) ?? listed(workspace)
  ofPackage.set(files, asking)
  const forget = () => ofPackage.delete(files)
  asking.catch(forget)
  const found = await asking
  if (found.problems.length > 0) forget()
  if (!joined || joined.files !== found.files) joined = new Tracks(found.files, found.problems)
  return joined
}

async function listed(workspace: Workspace) {
  const { value, problems } = await workspace.tracks()
  return { files: value ? packageTracks(value.files, value.descriptor) : [], problems }
}
