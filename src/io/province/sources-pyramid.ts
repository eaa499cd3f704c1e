import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetScan } from 'hyparquet'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { Window } from '@/domain/sources/view/drawn-sources'
import { type RangedFile, RangeFault } from '@/io/package/ranged-file'
import { inBlocks } from './blocks'
import { MADE_KEY } from './province-file'
import type { RecentReads } from './recent-reads'

/** Places are whole numbers: so many of them are the side of the Mercator square, 15 cm each at the equator. */
export const WORLD_BITS = 28
export const WORLD = 2 ** WORLD_BITS
/** Group of kinds that stand in none. */
export const NO_GROUP = ''

/** Counts of one cell and group, in the order of STATUS. */
export const COUNTS = STATUS_NAMES.map((_, standing) => `s${standing}`)

/** Why a file of the pyramid can't be read: it is none. */
export class PyramidRefused extends Error {
  constructor(readonly file: string) {
    super(file)
  }
}

/** A file of the pyramid, and of which making it has to be. */
export interface PyramidFile {
  readonly file: RangedFile
  readonly name: string
  readonly made: string
}

/** Names of the columns that say where a row lies. */
const PLACE = ['x', 'y'] as const

/** Columns of a file of Parquet that was sorted along a curve, so that what lies together stands together in it. */
export class PlacedTable {
  private constructor(
    private readonly file: AsyncBuffer,
    private readonly metadata: FileMetaData,
    private readonly name: string,
    private readonly recent: RecentReads,
  ) {}

  /** What is read of it is kept among `recent`. @throws PyramidRefused RangeFault */
  static async open({ file, name, made }: PyramidFile, recent: RecentReads): Promise<PlacedTable> {
    const blocks = inBlocks(file, name, recent)
    try {
      const metadata = await parquetMetadataAsync(blocks)
      const names = new Set(metadata.schema.map((each) => each.name))
      if (!PLACE.every((column) => names.has(column))) throw new PyramidRefused(name)
      const of = metadata.key_value_metadata?.find(({ key }) => key === MADE_KEY)?.value ?? ''
      if (of !== made) throw new RangeFault({ code: 'file-changed', file: name })
      return new PlacedTable(blocks, metadata, name, recent)
    } catch (error) {
      if (error instanceof RangeFault || error instanceof PyramidRefused) throw error
      throw new PyramidRefused(name)
    }
  }

  /**
   * The columns of the groups of rows that may lie in a box (both ends included, in the numbers of the file); the caller leaves
   * out what does not.
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

/** About so many bytes beside its letters a text takes. */
const TEXT_BYTES = 24

/** About how much memory a column takes. */
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

/** A window as whole numbers of a level: of 2^level cells a side. */
export function boxAt({ west, north, east, south }: Window, level: number): Box {
  const side = 2 ** level
  const within = (at: number) => Math.min(side - 1, Math.max(0, Math.floor(at * side)))
  return { west: within(west), north: within(north), east: within(east), south: within(south) }
}
