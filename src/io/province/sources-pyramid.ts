import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetScan } from 'hyparquet'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { Window } from '@/domain/sources/view/drawn-sources'
import { type RangedFile, RangeFault } from '@/io/package/ranged-file'
import { inBlocks } from './blocks'
import { BUILD_KEY } from './province-file'
import type { RecentReads } from './recent-reads'

/** Positions are integers: the Mercator square has 2^28 steps per side, 15 cm each at the equator. */
export const WORLD_BITS = 28
export const WORLD = 2 ** WORLD_BITS
/** Group of kinds that belong to no group. */
export const NO_GROUP = ''

/** Columns with counts per cell and group, in the order of STATUS. */
export const COUNTS = STATUS_NAMES.map((_, standing) => `s${standing}`)

/** The file is not a valid file of the pyramid. */
export class PyramidRefused extends Error {
  constructor(readonly file: string) {
    super(file)
  }
}

/** A file of the pyramid, and the build it must belong to. */
export interface PyramidFile {
  readonly file: RangedFile
  readonly name: string
  readonly made: string
}

/** Columns with a row's position. */
const PLACE = ['x', 'y'] as const

/** A Parquet file sorted along a space-filling curve, so that nearby rows are adjacent. */
export class PlacedTable {
  private constructor(
    private readonly file: AsyncBuffer,
    private readonly metadata: FileMetaData,
    private readonly name: string,
    private readonly recent: RecentReads,
  ) {}

  /** Data read from it is cached in `recent`. @throws PyramidRefused RangeFault */
  static async open({ file, name, made }: PyramidFile, recent: RecentReads): Promise<PlacedTable> {
    const blocks = inBlocks(file, name, recent)
    try {
      const metadata = await parquetMetadataAsync(blocks)
      const names = new Set(metadata.schema.map((each) => each.name))
      if (!PLACE.every((column) => names.has(column))) throw new PyramidRefused(name)
      const of = metadata.key_value_metadata?.find(({ key }) => key === BUILD_KEY)?.value ?? ''
      if (of !== made) throw new RangeFault({ code: 'file-changed', file: name })
      return new PlacedTable(blocks, metadata, name, recent)
    } catch (error) {
      if (error instanceof RangeFault || error instanceof PyramidRefused) throw error
      throw new PyramidRefused(name)
    }
  }

  /**
   * Columns of the row groups that may contain rows within a box (both ends included, in the file's units); the caller
   * filters the rows.
   */
  async read(box: Box, columns: readonly string[]): Promise<readonly Part[]> {
    const [x, y] = PLACE
    const scan = await parquetScan({
      file: this.file,
      metadata: this.metadata,
      columns: [...columns],
      pruningFilter: { [x]: { $gte: box.west, $lte: box.east }, [y]: { $gte: box.north, $lte: box.south } },
    })
    return Promise.all(
      scan.ranges.map(async (range) => {
        const values = await Promise.all(
          columns.map((column) =>
            this.columnOf(`${range.rowStart} ${column}`, () => scan.readColumn({ ...range, column })),
          ),
        )
        return { length: values[0]?.length ?? 0, columns: new Map(columns.map((name, i) => [name, values[i]!])) }
      }),
    )
  }

  private columnOf(key: string, read: () => Promise<ArrayLike<unknown>>): Promise<ArrayLike<unknown>> {
    return this.recent.get(`${this.name} column ${key}`, read, bytesOf)
  }
}

/** Approximate bytes of a string besides its characters. */
const TEXT_BYTES = 24

/** Approximate memory of a column. */
function bytesOf(column: ArrayLike<unknown>): number {
  if (ArrayBuffer.isView(column)) return column.byteLength
  let bytes = 0
  for (let row = 0; row < column.length; row++) {
    const value = column[row]
    bytes += typeof value === 'string' ? TEXT_BYTES + 2 * value.length : 8
  }
  return bytes
}

export interface Box {
  readonly west: number
  readonly north: number
  readonly east: number
  readonly south: number
}

export interface Part {
  readonly length: number
  readonly columns: ReadonlyMap<string, ArrayLike<unknown>>
}

/** A window in integer cells of a level, which has 2^level cells per side. */
export function boxAt({ west, north, east, south }: Window, level: number): Box {
  const side = 2 ** level
  const within = (at: number) => Math.min(side - 1, Math.max(0, Math.floor(at * side)))
  return { west: within(west), north: within(north), east: within(east), south: within(south) }
}
