import type { TextColumn } from './column'

/** Rows by text: entry `code` counts the rows of `dictionary[code]`, only those in the mask where one is given. */
export function countByText(column: TextColumn, mask?: Uint8Array): Uint32Array {
  const counts = new Uint32Array(column.dictionary.length)
  for (let row = 0; row < column.codes.length; row++) {
    if (!mask || mask[row]) counts[column.codes[row]!]!++
  }
  return counts
}
