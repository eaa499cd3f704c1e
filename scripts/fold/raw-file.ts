import { once } from 'node:events'
import { createWriteStream, mkdirSync, openAsBlob } from 'node:fs'
import { dirname } from 'node:path'
import { type LongColumns, longColumns } from '@/domain/monitoring/long-columns'
import { type MonitorColumn, monitorColumns } from '@/domain/monitoring/monitor-columns'
import { findDelimiter, readWholeCsv } from '@/io/formats/csv'
import { decoded, findEncoding } from '@/io/formats/encoding'

/** So many characters show the headings. */
const HEAD_CHARACTERS = 1 << 16
/** Titles may stand above the headings, in so many lines. */
const MOST_TITLES = 10

/** A raw file, as UTF-8 on the disk, and what its columns hold. */
export interface RawFile {
  /** Of the UTF-8 text. */
  readonly path: string
  readonly delimiter: string
  /** Place of the row with the headings, from 0. */
  readonly headingRow: number
  readonly headings: readonly string[]
  readonly columns: readonly MonitorColumn[]
  /** Where it has a row, not a column, for each parameter. */
  readonly long: LongColumns | null
  /** Where a row has a device stands its code, or else its name; null where the file is of one device and does not say so. */
  readonly device: number | null
}

const columnOf = (columns: readonly MonitorColumn[], of: 'time' | 'device' | 'name') =>
  columns.find((each) => each.of === of)?.column ?? null

export const timeColumn = (columns: readonly MonitorColumn[]) => columnOf(columns, 'time')

/** Opens a raw CSV file of any encoding; one that is not UTF-8 is written as that to `utf8`. Null where it has no headings of monitors. */
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
  for (const [headingRow, headings] of rows.slice(0, MOST_TITLES).entries()) {
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
