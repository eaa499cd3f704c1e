/** Trucks that are dealt with together, and how many rows they have. */
export interface RowBatch {
  readonly plates: readonly string[]
  readonly rows: number
}

/**
 * Groups trucks, in the order of their plates, into batches of at most `most` rows; a truck with more rows is a batch
 * of its own.
 */
export function rowBatches(rowsOf: ReadonlyMap<string, number>, most: number): RowBatch[] {
  const batches: { plates: string[]; rows: number }[] = []
  for (const [plate, rows] of [...rowsOf].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const batch = batches.at(-1)
    if (batch && batch.rows + rows <= most) {
      batch.plates.push(plate)
      batch.rows += rows
    } else batches.push({ plates: [plate], rows })
  }
  return batches
}
