import first from '#data/kinds.json'
import type { Kind } from '@/domain/sources/kinds/kind'
import { readKinds } from './kinds-file'

/**
 * The kinds of a package, from the contents of its `kinds` files. A package without one was written before kinds were declared:
 * it has those of the first city. Fields that these share may be named by every package.
 */
export function packageKinds(
  files: readonly unknown[],
  reserved: readonly string[],
): { kinds: Kind[]; problems: string[] } {
  return readKinds(files.length === 0 ? [first] : [{ shared: first.shared, kinds: [] }, ...files], reserved)
}
