import { type FileMetaData, parquetMetadataAsync, parquetScan } from 'hyparquet'
import { HEAD_ROWS } from '@/domain/intake/recognise/sheet'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { nextTask, ROWS_AT_ONCE } from '@/io/formats/next-task'
import type { SheetFile } from '@/io/formats/table-file'
import { rangesOf } from '@/io/kept/part-shelf'
import { classInFile } from '@/io/parquet/class-in-file'
import { TracksRefused } from './read-tracks'

/** Names of time columns without a time zone. */
function wallTimes({ schema }: FileMetaData): ReadonlySet<string> {
  const isWall = ({ logical_type: type }: FileMetaData['schema'][number]) =>
    type?.type === 'TIMESTAMP' && !type.isAdjustedToUTC
  return new Set(schema.filter(isWall).map(({ name }) => name))
}

/** A value as cell text; empty if it has no text form. */
function cellOf(value: unknown, isWall: boolean): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : timeOf(value, isWall)
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (typeof value === 'boolean') return value ? '1' : '0'
  return ''
}

const timeOf = (value: Date, isWall: boolean): string =>
  isWall ? value.toISOString().slice(0, 19).replace('T', ' ') : value.toISOString()

/** Names of columns with single values; lists, structures and their content cannot hold positions. */
function plainColumns({ schema }: FileMetaData): readonly string[] {
  const names: string[] = []
  // A schema element precedes its children.
  const after = (at: number): number => {
    let next = at + 1
    for (let i = 0; i < (schema[at]?.num_children ?? 0); i++) next = after(next)
    return next
  }
  for (let at = 1; at < schema.length; at = after(at)) {
    const { name, type, repetition_type: how } = schema[at]!
    if (type !== undefined && how !== 'REPEATED') names.push(name)
  }
  return names
}

/**
 * Reads Apache Parquet as a table with column names as headings, and its number of rows. @throws TracksRefused if it is
 * not Parquet.
 */
export async function parquetSheet(
  file: File,
): Promise<Pick<SheetFile, 'head' | 'read'> & { readonly rowCount: number; readonly dataClass: DataClass }> {
  const buffer = rangesOf(file)
  const metadata = await parquetMetadataAsync(buffer).catch(() => {
    throw new TracksRefused('no-parquet')
  })
  const names = plainColumns(metadata)
  const wall = wallTimes(metadata)
  const rowCount = Number(metadata.num_rows)
  const bytesPerRow = file.size / Math.max(1, rowCount)

  /** Some rows at a time: the cells of a whole row group would take many times the memory of its columns. */
  async function* rowsFrom(rowStart: number, rowEnd: number): AsyncGenerator<string[][]> {
    const scan = await parquetScan({ file: buffer, metadata, columns: [...names], rowStart, rowEnd })
    for (const range of scan.ranges) {
      const columns: ArrayLike<unknown>[] = []
      for (const column of names) columns.push((await scan.readColumn({ ...range, column })) as ArrayLike<unknown>)
      const length = columns[0]?.length ?? 0
      for (let first = 0; first < length; first += ROWS_AT_ONCE)
        yield Array.from({ length: Math.min(ROWS_AT_ONCE, length - first) }, (_, row) =>
          names.map((name, i) => cellOf(columns[i]![first + row], wall.has(name))),
        )
    }
  }

  const head: string[][] = []
  for await (const rows of rowsFrom(0, Math.min(HEAD_ROWS, rowCount))) head.push(...rows)
  return {
    rowCount,
    dataClass: classInFile(metadata.key_value_metadata),
    head: { name: '', rows: [[...names], ...head], merges: [], hiddenColumns: [] },
    async read(onRows, signal) {
      onRows([[...names]], 0, 0)
      let at = 0
      for (const group of metadata.row_groups) {
        for await (const rows of rowsFrom(at, at + Number(group.num_rows))) {
          await nextTask()
          signal?.throwIfAborted()
          onRows(rows, 1 + at, Math.round((at + rows.length) * bytesPerRow))
          at += rows.length
        }
      }
      return []
    },
  }
}
