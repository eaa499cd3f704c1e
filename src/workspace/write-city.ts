import type { CityFacts } from '@/domain/city/city-facts'
import type { Result } from '@/domain/problem'
import { newCityFiles, withCityFacts } from '@/io/package/new-city'
import { type UnsavedVersion, writeNext } from './next-version'
import type { WorkingCopy } from './working-copy'

/**
 * The version made from a city's facts: based on the open package if it is named `founded`, the name a city got when
 * it was set up; otherwise a new package.
 */
export async function writeCity(
  copy: WorkingCopy | null,
  facts: CityFacts,
  founded: string | null,
  label: string,
  now: number,
): Promise<Result<UnsavedVersion>> {
  if (copy === null || copy.descriptor.name !== founded)
    return { value: { facts: { at: now, month: null, label }, files: newCityFiles(facts) }, problems: [] }
  return writeNext(
    copy,
    async (next) => {
      const { descriptor, files } = withCityFacts(next.descriptor, facts)
      const named = new Set(descriptor.resources.map(({ path }) => path))
      for (const { path } of next.descriptor.resources) if (!named.has(path)) next.files.delete(path)
      for (const [path, blob] of files) next.files.set(path, blob)
      // Positions may lie in other counties now, so all tables are read again.
      next.known.clear()
      next.descriptor = descriptor
      return { value: { month: null, label, byHand: true }, problems: [] }
    },
    now,
  )
}
