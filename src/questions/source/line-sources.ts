import type { LineString, MultiLineString } from 'geojson'
import type { KindId } from '@/domain/sources/kinds/kind'
import { textAt } from '@/domain/table/column'
import { memoOf } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'

/** A source that follows a line. */
export interface LineSource {
  readonly kind: KindId
  readonly code: string
  /** 1-based position among sources of this kind with the same code. */
  readonly nth: number
  readonly name: string
  readonly geometry: LineString | MultiLineString
}

/** Key of a line source; without `nth`, the first with its code. */
export const lineKey = (kind: KindId, code: string, nth = 1): string =>
  nth > 1 ? `${kind}/${code}\t${nth}` : `${kind}/${code}`

/** The sources of a package that follow lines, each with its number. */
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
