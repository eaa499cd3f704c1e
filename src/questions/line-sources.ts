import type { LineString, MultiLineString } from 'geojson'
import type { KindId } from '@/domain/sources/kinds/kind'
import { textAt } from '@/domain/table/column'
import { memoOf } from './memo'
import type { OpenedPackage } from './opened-package'

/** A source that lies along a line. */
export interface LineSource {
  readonly kind: KindId
  readonly code: string
  /** Which of several of its kind with this code, from 1. */
  readonly nth: number
  readonly name: string
  readonly geometry: LineString | MultiLineString
}

/** Tells a line source from all others; without `nth` the first of several with one code. */
export const lineKey = (kind: KindId, code: string, nth = 1): string =>
  nth > 1 ? `${kind}/${code}\t${nth}` : `${kind}/${code}`

/** The sources of a package that lie along lines, each with its number. */
export const lineSources = memoOf(
  ({ pack, inventory, sameCode }: OpenedPackage): readonly (LineSource & { source: number })[] =>
    [...pack.lines].flatMap(([kind, { features }]) => {
      const rows = inventory.kinds
        .filter((each) => each.kind === kind)
        .flatMap(({ first, table }) =>
          Array.from({ length: table.length }, (_, row) => ({ table, row, source: first + row })),
        )
      return features.flatMap(({ geometry }, i) => {
        const at = rows[i]
        if (!at) return []
        const { table, row, source } = at
        const nth = sameCode.get(source)?.nth ?? 1
        return { kind, source, code: textAt(table, 'code', row), nth, name: textAt(table, 'name', row), geometry }
      })
    }),
)
