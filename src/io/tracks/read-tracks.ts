import {
  type AsyncBuffer,
  type FileMetaData,
  type ParquetQueryFilter,
  parquetMetadataAsync,
  parquetScan,
} from 'hyparquet'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { BREACHES } from '@/domain/trucks/breach-kinds'
import type { Breaches } from '@/domain/trucks/breaches'
import { NO_FIGURE, type Positions, type Second, STATE, UNKNOWN } from '@/domain/trucks/positions'
import type { Stops } from '@/domain/trucks/stops'
import type { Trips } from '@/domain/trucks/trips'
import { RangeFault } from '@/io/package/ranged-file'
import { classInFile } from '@/io/parquet/class-in-file'
import { FORM, FORM_KEY, JUDGED_BY_KEY, SECOND, TRUCK, UNTIL } from './track-columns'

/** A file of tracks cannot be read: it is not one, or its form is that of a later version. */
export class TracksRefused extends Error {
  constructor(readonly why: 'no-parquet' | 'no-tracks' | 'later-form') {
    super(why)
  }
}

/** The rows requested: of one truck or all, from `from` (inclusive) until `until` (exclusive). */
export interface WantedTracks {
  readonly truck?: string
  readonly from?: Second
  readonly until?: Second
}

/** A file of positions, or of a table derived from them. */
export interface TracksFile {
  readonly rows: number
  readonly names: ReadonlySet<string>
  /** Columns with a value in at least one row. */
  readonly said: ReadonlySet<string>
  /** The data class stated in the file. */
  readonly dataClass: DataClass
  /** Digest of the lists and settings that its rows were judged by; null if the file does not state it. */
  readonly judgedBy: string | null
  /** The requested rows in file order: plates and column values, which may be null. */
  columns(wanted: WantedTracks, names: readonly string[]): Promise<TrackRows>
}

interface TrackRows {
  readonly trucks: readonly string[]
  readonly truck: Uint32Array
  readonly length: number
  /** Numbers; `none` replaces null. */
  whole<T extends Numbers>(name: string, into: new (length: number) => T, none?: number): T
  texts(name: string): string[]
}

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array

async function footerOf(file: AsyncBuffer): Promise<FileMetaData> {
  try {
    return await parquetMetadataAsync(file)
  } catch (error) {
    if (error instanceof RangeFault) throw error
    throw new TracksRefused('no-parquet')
  }
}

/** @throws TracksRefused RangeFault */
export async function openTracks(file: AsyncBuffer): Promise<TracksFile> {
  const metadata = await footerOf(file)
  const stated = (name: string) => metadata.key_value_metadata?.find(({ key }) => key === name)?.value
  const form = stated(FORM_KEY)
  if (form !== undefined && Number(form) > FORM) throw new TracksRefused('later-form')
  const names = new Set(metadata.schema.slice(1).map(({ name }) => name))
  if (!names.has(TRUCK) || !names.has(SECOND)) throw new TracksRefused('no-tracks')

  async function columns({ truck, from, until }: WantedTracks, wanted: readonly string[]): Promise<TrackRows> {
    const ofTime = { ...(from !== undefined && { $gte: from }), ...(until !== undefined && { $lt: until }) }
    const filter: ParquetQueryFilter = {
      ...(truck !== undefined && { [TRUCK]: { $eq: truck } }),
      ...(Object.keys(ofTime).length > 0 && { [SECOND]: ofTime }),
    }
    const read = [...new Set([TRUCK, SECOND, ...wanted])].filter((name) => names.has(name))
    const scan = await parquetScan({
      ...{ file, metadata, columns: read, usePageIndex: true },
      ...(Object.keys(filter).length > 0 && { pruningFilter: filter }),
    })
    const parts: Part[] = []
    for (const range of scan.ranges) {
      const column = async (name: string) => (await scan.readColumn({ ...range, column: name })) as ArrayLike<unknown>
      const plates = (await column(TRUCK)) as ArrayLike<string>
      const seconds = (await column(SECOND)) as ArrayLike<number>
      const rows = new Uint32Array(seconds.length)
      let count = 0
      for (let row = 0; row < rows.length; row++) {
        const at = seconds[row]!
        if (
          (truck === undefined || plates[row] === truck) &&
          !(at < (from ?? 0)) &&
          !(until !== undefined && at >= until)
        )
          rows[count++] = row
      }
      const values = new Map<string, ArrayLike<unknown>>([
        [TRUCK, plates],
        [SECOND, seconds],
      ])
      for (const name of read) if (!values.has(name)) values.set(name, await column(name))
      parts.push({ rows: rows.subarray(0, count), values })
    }
    return joined(parts)
  }
  const dataClass = classInFile(metadata.key_value_metadata)
  const judgedBy = stated(JUDGED_BY_KEY) ?? null
  return { rows: Number(metadata.num_rows), names, said: saidIn(metadata), dataClass, judgedBy, columns }
}

/** Found from the statistics of the row groups, without reading rows; a column without statistics counts as having values. */
function saidIn({ row_groups }: FileMetaData): Set<string> {
  const said = new Set<string>()
  for (const { columns } of row_groups)
    for (const { meta_data } of columns) {
      if (!meta_data) continue
      const nulls = meta_data.statistics?.null_count
      if (nulls === undefined || nulls < meta_data.num_values) said.add(meta_data.path_in_schema.join('.'))
    }
  return said
}

interface Part {
  readonly rows: Uint32Array
  readonly values: ReadonlyMap<string, ArrayLike<unknown>>
}

function joined(parts: readonly Part[]): TrackRows {
  const length = parts.reduce((sum, { rows }) => sum + rows.length, 0)
  const placeOf = new Map<string, number>()
  const truck = new Uint32Array(length)
  let at = 0
  let [last, place] = ['', -1]
  for (const { rows, values } of parts) {
    const plates = values.get(TRUCK) as ArrayLike<string>
    for (const row of rows) {
      const plate = plates[row]!
      // Rows of one truck are adjacent.
      if (plate !== last || place < 0) {
        place = placeOf.get(plate) ?? placeOf.size
        placeOf.set(plate, place)
        last = plate
      }
      truck[at++] = place
    }
  }
  return {
    trucks: [...placeOf.keys()],
    truck,
    length,
    whole<T extends Numbers>(name: string, Into: new (length: number) => T, none = 0): T {
      const into = new Into(length)
      let from = 0
      for (const { rows, values } of parts) {
        fill(into.subarray(from, from + rows.length), values.get(name), rows, none)
        from += rows.length
      }
      return into
    },
    texts(name) {
      return parts.flatMap(({ rows, values }) => Array.from(rows, (row) => String(values.get(name)?.[row] ?? '')))
    },
  }
}

/** Copies the values of some rows of a column; columns are lists with nulls, or typed arrays. */
function fill(into: Numbers, column: ArrayLike<unknown> | undefined, rows: Uint32Array, none: number): void {
  if (column === undefined) into.fill(none)
  else if (ArrayBuffer.isView(column) && rows.length === column.length) into.set(column as Numbers)
  else {
    const values = column as ArrayLike<number | null>
    for (let i = 0; i < rows.length; i++) into[i] = values[rows[i]!] ?? none
  }
}

/** All columns of positions. @throws RangeFault */
export async function readPositions(file: TracksFile, wanted: WantedTracks): Promise<Positions> {
  const rows = await file.columns(wanted, ['lon', 'lat', 'speed', 'direction', 'load', 'closed', 'lifted'])
  const [closed, lifted] = [rows.whole('closed', Uint8Array, 2), rows.whole('lifted', Uint8Array, 2)]
  return {
    trucks: rows.trucks,
    truck: rows.truck,
    second: rows.whole(SECOND, Uint32Array),
    lon: rows.whole('lon', Int32Array),
    lat: rows.whole('lat', Int32Array),
    speed: rows.whole('speed', Uint16Array, NO_FIGURE),
    direction: rows.whole('direction', Uint16Array, NO_FIGURE),
    load: rows.whole('load', Uint8Array, UNKNOWN),
    state: closed.map((of, row) => {
      const body = of === 1 ? STATE.closed : of === 0 ? STATE.open : 0
      return body | (lifted[row] === 1 ? STATE.lifted : lifted[row] === 0 ? STATE.lowered : 0)
    }),
  }
}

export async function readStops(file: TracksFile, wanted: WantedTracks): Promise<Stops> {
  const rows = await file.columns(wanted, [UNTIL, 'lon', 'lat', 'load_before', 'load_after', 'lifted_seconds'])
  return {
    trucks: rows.trucks,
    truck: rows.truck,
    from: rows.whole(SECOND, Uint32Array),
    until: rows.whole(UNTIL, Uint32Array),
    lon: rows.whole('lon', Float64Array),
    lat: rows.whole('lat', Float64Array),
    loadBefore: rows.whole('load_before', Uint8Array, UNKNOWN),
    loadAfter: rows.whole('load_after', Uint8Array, UNKNOWN),
    lifted: rows.whole('lifted_seconds', Uint32Array),
  }
}

export async function readTrips(file: TracksFile, wanted: WantedTracks): Promise<Trips> {
  const places = ['from_lon', 'from_lat', 'to_lon', 'to_lat']
  const rows = await file.columns(wanted, [UNTIL, ...places, 'metres', 'top_kmh', 'load', 'flags'])
  return {
    trucks: rows.trucks,
    truck: rows.truck,
    from: rows.whole(SECOND, Uint32Array),
    until: rows.whole(UNTIL, Uint32Array),
    fromLon: rows.whole('from_lon', Float64Array),
    fromLat: rows.whole('from_lat', Float64Array),
    toLon: rows.whole('to_lon', Float64Array),
    toLat: rows.whole('to_lat', Float64Array),
    metres: rows.whole('metres', Float32Array),
    topKmh: rows.whole('top_kmh', Float32Array, Number.NaN),
    load: rows.whole('load', Uint8Array, UNKNOWN),
    flags: rows.whole('flags', Uint8Array),
  }
}

/** Breaches of kinds unknown to this version are left out. */
export async function readBreaches(file: TracksFile, wanted: WantedTracks): Promise<Breaches> {
  const rows = await file.columns(wanted, [UNTIL, 'kind', 'lon', 'lat', 'figure', 'of'])
  const kinds = rows.texts('kind').map((kind) => (BREACHES as readonly string[]).indexOf(kind))
  const kept = Uint32Array.from(kinds.flatMap((kind, row) => (kind < 0 ? [] : [row])))
  const of = <T extends Numbers>(column: T): T => {
    const to = new (column.constructor as new (length: number) => T)(kept.length)
    for (const [i, row] of kept.entries()) to[i] = column[row]!
    return to
  }
  const texts = rows.texts('of')
  return {
    trucks: rows.trucks,
    truck: of(rows.truck),
    kind: Uint8Array.from(kept, (row) => kinds[row]!),
    from: of(rows.whole(SECOND, Uint32Array)),
    until: of(rows.whole(UNTIL, Uint32Array)),
    lon: of(rows.whole('lon', Float64Array)),
    lat: of(rows.whole('lat', Float64Array)),
    figure: of(rows.whole('figure', Float32Array, Number.NaN)),
    of: Array.from(kept, (row) => texts[row]!),
  }
}
