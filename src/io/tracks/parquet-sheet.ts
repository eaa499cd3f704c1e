import { type FileMetaData, parquetMetadataAsync, parquetScan } from 'hyparquet'
import { HEAD_ROWS } from '@/domain/intake/recognise/sheet'
import { nextTask, ROWS_AT_ONCE } from '@/io/formats/next-task'
import type { SheetFile } from '@/io/formats/table-file'
import { rangesOf } from '@/io/kept/part-shelf'
import { TracksRefused } from './read-tracks'

/** Names of columns whose times are of the wall, and of no zone. */
function wallTimes({ schema }: FileMetaData): ReadonlySet<string> {
  const isWall = ({ logical_type: type }: FileMetaData['schema'][number]) =>
    type?.type === 'TIMESTAMP' && !type.isAdjustedToUTC
  return new Set(schema.filter(isWall).map(({ name }) => name))
}

/** A value as a cell of a table has it: what can't stand in one is empty. */
function cellOf(value: unknown, isWall: boolean): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : timeOf(value, isWall)
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (typeof value === 'boolean') return value ? '1' : '0'
  return ''
}

const timeOf = (value: Date, isWall: boolean): string =>
  isWall ? value.toISOString().slice(0, 19).replace('T', ' ') : value.toISOString()

/** A file of Apache Parquet as a table with its names as headings. @throws TracksRefused where it is none. */
export async function parquetSheet(file: File): Promise<Pick<SheetFile, 'head' | 'read'>> {
  const buffer = rangesOf(file)
  const metadata = await parquetMetadataAsync(buffer).catch(() => {
    throw new TracksRefused('no-parquet')
  })
  // Lists and structures hold no position.
  const names = metadata.schema.slice(1).flatMap(({ name, type }) => (type === undefined ? [] : [name]))
  const wall = wallTimes(metadata)
  const bytesPerRow = file.size / Math.max(1, Number(metadata.num_rows))

  async function rowsFrom(rowStart: number, rowEnd: number): Promise<string[][]> {
    const scan = await parquetScan({ file: buffer, metadata, columns: names, rowStart, rowEnd })
    const rows: string[][] = []
    for (const range of scan.ranges) {
      const columns: ArrayLike<unknown>[] = []
      for (const column of names) columns.push((await scan.readColumn({ ...range, column })) as ArrayLike<unknown>)
      const length = columns[0]?.length ?? 0
      for (let row = 0; row < length; row++) rows.push(names.map((name, i) => cellOf(columns[i]![row], wall.has(name))))
    }
    return rows
  }

  const head = await rowsFrom(0, Math.min(HEAD_ROWS, Number(metadata.num_rows)))
  return {
    head: { name: '', rows: [names, ...head], merges: [], hiddenColumns: [] },
    async read(onRows, signal) {
      onRows([[...names]], 0, 0)
      let at = 0
      for (const group of metadata.row_groups) {
        const rows = await rowsFrom(at, at + Number(group.num_rows))
        for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
          await nextTask()
          signal?.throwIfAborted()
          const some = rows.slice(first, first + ROWS_AT_ONCE)
          onRows(some, 1 + at + first, Math.round((at + first + some.length) * bytesPerRow))
        }
        at += Number(group.num_rows)
      }
      return []
    },
  }
}
