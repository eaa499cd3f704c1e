import { indexNames } from '@/domain/search/name-index'
import { textAt } from '@/domain/table/column'
import { memoOf } from './memo'
import type { OpenedPackage } from './opened-package'

/** The names, codes and counties of all sources, to be searched. */
export const sourceNames = memoOf(({ pack, inventory: { sources }, ties }: OpenedPackage) => {
  const countyNames = new Map(pack.counties.map(({ code, name }) => [code, name]))
  return indexNames(
    Array.from({ length: sources.length }, (_, row) => ({
      name: textAt(sources, 'name', row),
      // A monitor is asked for by the number under which its readings come as well.
      code: [...new Set([textAt(sources, 'code', row), ...(ties.bySource.get(row)?.numbers ?? [])])].join(' '),
      county: countyNames.get(textAt(sources, 'county', row)) ?? '',
    })),
  )
})
