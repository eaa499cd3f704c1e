import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetScan } from 'hyparquet'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { Window } from '@/domain/sources/view/drawn-sources'
import { RangeFault } from '@/io/package/ranged-file'

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

/** Columns of a file of Parquet that was sorted along a curve, so that what lies together stands together in it. */
export class PlacedTable {
  private constructor(
    private readonly file: AsyncBuffer,
    private readonly metadata: FileMetaData,
    /** Names of the columns that say where a row lies. */
    private readonly place: readonly [x: string, y: string],
  ) {}

  /** @throws PyramidRefused RangeFault */
  static async open(file: AsyncBuffer, name: string, place: readonly [x: string, y: string]): Promise<PlacedTable> {
    try {
      const metadata = await parquetMetadataAsync(file)
      const names = new Set(metadata.schema.map((each) => each.name))
      if (!place.every((column) => names.has(column))) throw new PyramidRefused(name)
      return new PlacedTable(file, metadata, place)
    } catch (error) {
      if (error instanceof RangeFault || error instanceof PyramidRefused) throw error
      throw new PyramidRefused(name)
    }
  }

  get rows(): number {
    return Number(this.metadata.num_rows)
  }

  private readonly kept = new Map<string, Promise<ArrayLike<unknown>>>()

  /**
   * The columns of the groups of rows that may lie in a box (both ends included, in the numbers of the file); the caller leaves
   * out what does not. What was read is kept, the last read longest.
   */
  async read(box: Box, columns: readonly string[]): Promise<readonly Part[]> {
    const [x, y] = this.place
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
    const known = this.kept.get(key)
    this.kept.delete(key)
    const column = known ?? read()
    this.kept.set(key, column)
    column.catch(() => this.kept.delete(key))
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!)
    return column
  }
}

/** Columns of groups of rows: of some thousand values each. */
const MOST_KEPT = 2000

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
