import type { SourceKind } from '@/domain/sources/schema'
import { findText, type Table, textAt } from '@/domain/table/column'
import type { SourceKey } from './view'

/** The number of the source with a key, or null where the package has none. */
export function findSource(sources: Table, key: SourceKey | null): number | null {
  if (!key) return null
  const { code } = sources.columns
  for (let row = findText(code, key.code); row >= 0; row = findText(code, key.code, row + 1))
    if (textAt(sources, 'kind', row) === key.kind) return row
  return null
}

/** The key of a source. */
export function keyOf(sources: Table, row: number): SourceKey {
  return { kind: textAt(sources, 'kind', row) as SourceKind, code: textAt(sources, 'code', row) }
}
