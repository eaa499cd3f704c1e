import { indexNames } from '@/domain/search/name-index'
import { textAt } from '@/domain/table/column'
import { memoOf } from './memo'
import type { OpenedPackage } from './opened-package'

/** The names, codes and counties of all sources, to be searched. */
export const sourceNames = memoOf(({ pack, inventory: { sources } }: OpenedPackage) => {
  const countyNames = new Map(pack.counties.map(({ code, name }) => [code, name]))
  return indexNames(
    Array.from({ length: sources.length }, (_, row) => ({
      name: textAt(sources, 'name', row),
      code: textAt(sources, 'code', row),
      county: countyNames.get(textAt(sources, 'county', row)) ?? '',
    })),
  )
})
