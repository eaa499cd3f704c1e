import type { SourceKind } from '@/domain/sources/schema'
import { type Table, type TextColumn, textAt } from '@/domain/table/column'
import type { SourceKey } from './view'

/** The number of the source with a key, or null where the package has none. */
export function findSource(sources: Table, key: SourceKey | null): number | null {
  if (!key) return null
  const codes = sources.columns.code as TextColumn
  const code = codes.dictionary.indexOf(key.code)
  if (code < 0) return null
  const row = codes.codes.findIndex((each, i) => each === code && textAt(sources, 'kind', i) === key.kind)
  return row < 0 ? null : row
}

/** The key of a source. */
export function keyOf(sources: Table, row: number): SourceKey {
  return { kind: textAt(sources, 'kind', row) as SourceKind, code: textAt(sources, 'code', row) }
}
