import type { CityFacts } from '@/domain/city/city-facts'
import type { Result } from '@/domain/problem'
import { newCityFiles, withCityFacts } from '@/io/package/new-city'
import { type MadeVersion, writeNext } from './next-version'
import type { WorkingCopy } from './working-copy'

/**
 * The version that the facts of a city make: of the package that is open where that has the name `founded`, which a city had when
 * it was set up; else a package of its own.
 */
export async function writeCity(
  copy: WorkingCopy | null,
  facts: CityFacts,
  founded: string | null,
  label: string,
  now: number,
): Promise<Result<MadeVersion>> {
  if (copy === null || copy.descriptor.name !== founded)
    return { value: { facts: { at: now, month: null, label }, files: newCityFiles(facts) }, problems: [] }
  return writeNext(
    copy,
    async (next) => {
      const { descriptor, files } = withCityFacts(next.descriptor, facts)
      const named = new Set(descriptor.resources.map(({ path }) => path))
      for (const { path } of next.descriptor.resources) if (!named.has(path)) next.files.delete(path)
      for (const [path, blob] of files) next.files.set(path, blob)
      // What stands in a county may stand in another one now.
      next.known.clear()
      next.descriptor = descriptor
      return { value: { month: null, label, byHand: true }, problems: [] }
    },
    now,
  )
}
