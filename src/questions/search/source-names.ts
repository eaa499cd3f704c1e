import { indexNames } from '@/domain/search/name-index'
import { textAt } from '@/domain/table/column'
import { memoOf } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'

/** Search index over names, codes and counties of all sources. */
export const sourceNames = memoOf(({ pack, inventory: { sources }, ties }: OpenedPackage) => {
  const countyNames = new Map(pack.counties.map(({ code, name }) => [code, name]))
  return indexNames(
    Array.from({ length: sources.length }, (_, row) => ({
      name: textAt(sources, 'name', row),
      // A monitor is also found by the numbers of its readings.
      code: [...new Set([textAt(sources, 'code', row), ...(ties.bySource.get(row)?.numbers ?? [])])].join(' '),
      county: countyNames.get(textAt(sources, 'county', row)) ?? '',
    })),
  )
})
