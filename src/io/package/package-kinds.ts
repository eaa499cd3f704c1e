import first from '#data/kinds.json'
import type { Problem } from '@/domain/problem'
import type { Kind } from '@/domain/sources/kinds/kind'
import { type KindsFile, readKinds } from './kinds-file'

/**
 * The kinds of a package, from its `kinds` files. A package without one was written before kinds were declared: it has those of
 * the first city. Fields that these share may be named by every package.
 */
export function packageKinds(
  files: readonly KindsFile[],
  reserved: readonly string[],
): { kinds: Kind[]; problems: Problem[] } {
  const path = 'kinds.json'
  if (files.length === 0) return readKinds([{ path, value: first }], reserved)
  return readKinds([...files, { path, value: { shared: first.shared, kinds: [] } }], reserved)
}
