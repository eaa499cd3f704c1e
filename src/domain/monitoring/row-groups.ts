import type { Codes } from '@/domain/table/column'

/** Key of a row that is of no group. */
export const NO_GROUP = -0x8000_0000

/** Consecutive rows with the same device and key; group i covers rows `starts[i]` up to, not including, `ends[i]`. */
export interface RowGroups {
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

export function rowGroups(device: Codes, keys: Int32Array): RowGroups {
  const [starts, ends] = [new Uint32Array(keys.length), new Uint32Array(keys.length)]
  let count = 0
  for (let row = 0; row < keys.length; row++) {
    if (keys[row] === NO_GROUP) continue
    if (row === 0 || keys[row] !== keys[row - 1] || device[row] !== device[row - 1]) starts[count++] = row
    ends[count - 1] = row + 1
  }
  return { starts: starts.slice(0, count), ends: ends.slice(0, count) }
}
