import { type Readings, sortedRows } from './readings'
import { RowSpans, type SpannedRows } from './row-spans'

/** Rows that repeat an earlier row's device and time; the later row wins. */
export interface RepeatedRows extends SpannedRows {
  readonly device: string
}

/**
 * Finds the rows that repeat an earlier row's device and time, grouped by device. `lines`: the file row of each
 * reading.
 */
export function repeatedRows(
  readings: Pick<Readings, 'devices' | 'device' | 'minute'>,
  lines: Uint32Array,
): RepeatedRows[] {
  const { devices, device, minute } = readings
  const sorted = sortedRows({ devices, device, minute, series: {} })
  const repeating = new Map<number, number[]>()
  for (let at = 1; at < sorted.length; at++) {
    const [before, row] = [sorted[at - 1]!, sorted[at]!]
    if (device[before] !== device[row] || minute[before] !== minute[row]) continue
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
