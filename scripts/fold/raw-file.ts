import { once } from 'node:events'
import { createWriteStream, mkdirSync, openAsBlob } from 'node:fs'
import { dirname } from 'node:path'
import { type LongColumns, longColumns } from '@/domain/monitoring/long-columns'
import { type MonitorColumn, monitorColumns } from '@/domain/monitoring/monitor-columns'
import { findDelimiter, readWholeCsv } from '@/io/formats/csv'
import { decoded, findEncoding } from '@/io/formats/encoding'

/** Number of characters read to find the headings. */
const HEAD_CHARACTERS = 1 << 16
/** Maximum number of title lines above the headings. */
const MAX_TITLES = 10

/** A raw file as UTF-8 on disk, and the meaning of its columns. */
export interface RawFile {
  /** Path of the UTF-8 text. */
  readonly path: string
  readonly delimiter: string
  /** Index of the heading row, from 0. */
  readonly headingRow: number
  readonly headings: readonly string[]
  readonly columns: readonly MonitorColumn[]
  /** Columns of a long file (one row per parameter); null for a wide file. */
  readonly long: LongColumns | null
  /** Column of the device's code, or else its name; null if the file is of one device and has no such column. */
  readonly device: number | null
}

const columnOf = (columns: readonly MonitorColumn[], of: 'time' | 'device' | 'name') =>
  columns.find((each) => each.of === of)?.column ?? null

export const timeColumn = (columns: readonly MonitorColumn[]) => columnOf(columns, 'time')

/**
 * Opens a raw CSV file in any encoding; one that is not UTF-8 is converted into the file `utf8`. Null if it has no
 * monitor headings.
 */
export async function openRawFile(path: string, utf8: string): Promise<RawFile | null> {
  const blob = await openAsBlob(path)
  const { encoding } = await findEncoding(blob)
  let head = ''
  for await (const { text } of decoded(blob, encoding)) {
    head += text
    if (head.length >= HEAD_CHARACTERS) break
  }
  const delimiter = findDelimiter(head)
  const rows = await readWholeCsv(new Blob([head]), { encoding: 'utf-8', delimiter })
  for (const [headingRow, headings] of rows.slice(0, MAX_TITLES).entries()) {
    const columns = monitorColumns(headings)
    const time = timeColumn(columns)
    const isWide = columns.some((each) => each.of === 'value')
    const long = isWide ? null : longColumns(headings, columns)
    if (time === null || !(isWide || long)) continue
    const device = long ? long.device : (columnOf(columns, 'device') ?? columnOf(columns, 'name'))
    if (encoding !== 'utf-8') await writeText(utf8, decoded(blob, encoding))
    return { path: encoding === 'utf-8' ? path : utf8, delimiter, headingRow, headings, columns, long, device }
  }
  return null
}

async function writeText(path: string, pieces: AsyncIterable<{ readonly text: string }>): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  const out = createWriteStream(path)
  for await (const { text } of pieces) if (!out.write(text)) await once(out, 'drain')
  out.end()
  await once(out, 'close')
}
