import type { TextColumn } from './column'

/** Counts rows by text: entry `code` counts the rows of `dictionary[code]`, restricted to the mask if given. */
export function countByText(column: TextColumn, mask?: Uint8Array): Uint32Array {
  const counts = new Uint32Array(column.dictionary.length)
  for (let row = 0; row < column.codes.length; row++) {
    if (!mask || mask[row]) counts[column.codes[row]!]!++
  }
  return counts
}
