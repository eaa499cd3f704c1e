import type { Readings } from './readings'
import { RowSpans, type SpannedRows } from './row-spans'

/** Rows that repeat an earlier row's device and time; the later row wins. */
export interface RepeatedRows extends SpannedRows {
  readonly device: string
}

/**
 * Finds the rows that repeat an earlier row's device and time, grouped by device. The readings are ordered by device and
 * minute; `lines`: the file row of each.
 */
export function repeatedRows(
  { devices, device, minute }: Pick<Readings, 'devices' | 'device' | 'minute'>,
  lines: Uint32Array,
): RepeatedRows[] {
  const repeating = new Map<number, number[]>()
  for (let row = 1; row < minute.length; row++) {
    if (device[row - 1] !== device[row] || minute[row - 1] !== minute[row]) continue
    const of = repeating.get(device[row]!)
    if (of) of.push(lines[row]!)
    else repeating.set(device[row]!, [lines[row]!])
  }
  return [...repeating].map(([place, rows]) => {
    const found = new RowSpans()
    for (const row of Uint32Array.from(rows).sort()) found.add(row)
    return { device: devices[place]!, rows: found.rows, spans: found.spans, more: found.more }
  })
}
