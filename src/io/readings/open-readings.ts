import {
  type AsyncBuffer,
  type FileMetaData,
  type ParquetParsers,
  type ParquetQueryFilter,
  parquetMetadataAsync,
  parquetScan,
} from 'hyparquet'
import { SHANGHAI_MINUTES } from '@/domain/monitoring/local-time'
import { FLAGS, type Flag, PARAMETERS, type Parameter, UNKNOWN_FLAG } from '@/domain/monitoring/parameter'
import type { Minute, Readings, Series } from '@/domain/monitoring/readings'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { RangeFault } from '@/io/package/ranged-file'
import { DEVICE, FORM, FORM_KEY, flagName, minutesName, SPAN, spanName, TIME } from './readings-columns'

/** A file of readings cannot be read: it is not one, or its form is that of a later version. */
export class ReadingsRefused extends Error {
  constructor(readonly why: 'no-parquet' | 'no-readings' | 'later-form') {
    super(why)
  }
}

/** The readings requested: of one device or all, with times from `from` (inclusive) until `until` (exclusive). */
export interface WantedReadings {
  readonly device?: string
  readonly from?: Minute
  readonly until?: Minute
  readonly parameters: readonly Parameter[]
  /** Whether to read the minutes of data behind each hourly value, too. */
  readonly minutes?: boolean
}

export interface ReadingsFile {
  readonly rows: number
  /** Parameters in the file. */
  readonly parameters: readonly Parameter[]
  /** Whether it contains flags of values, or hours, that do not count. */
  readonly hasFlags: boolean
  /** Data class; absent if not stated: imports are real. */
  readonly dataClass?: DataClass
  /** Reads only the row groups and pages that may contain them. Parameters missing in the file are omitted. */
  read(wanted: WantedReadings): Promise<Readings>
}

const MS_PER_MINUTE = 60_000

/** Parses times to minutes of the file's clock, instead of creating a Date for each. */
const PARSERS: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (at) => Number(at) / MS_PER_MINUTE,
  timestampFromMicroseconds: (at) => Number(at / 1000n) / MS_PER_MINUTE,
  timestampFromNanoseconds: (at) => Number(at / 1_000_000n) / MS_PER_MINUTE,
}

/** Minutes by which a file's clock is ahead of UTC: times without a zone are local times of the office. */
function aheadOf({ schema }: FileMetaData): number {
  const type = schema.find(({ name }) => name === TIME)?.logical_type
  return type?.type === 'TIMESTAMP' && !type.isAdjustedToUTC ? SHANGHAI_MINUTES : 0
}

async function footerOf(file: AsyncBuffer): Promise<FileMetaData> {
  try {
    return await parquetMetadataAsync(file, { parsers: PARSERS })
  } catch (error) {
    if (error instanceof RangeFault) throw error
    throw new ReadingsRefused('no-parquet')
  }
}

/** @throws ReadingsRefused RangeFault */
export async function openReadings(file: AsyncBuffer): Promise<ReadingsFile> {
  const metadata = await footerOf(file)
  const ahead = aheadOf(metadata)
  const form = metadata.key_value_metadata?.find(({ key }) => key === FORM_KEY)?.value
  if (form !== undefined && Number(form) > FORM) throw new ReadingsRefused('later-form')
  const names = new Set(metadata.schema.slice(1).map(({ name }) => name))
  if (!names.has(DEVICE) || !names.has(TIME)) throw new ReadingsRefused('no-readings')

  async function read({ device, parameters, minutes: ofMinutes = false, ...time }: WantedReadings): Promise<Readings> {
    const [from, until] = [time.from, time.until].map((at) => (at === undefined ? undefined : at + ahead))
    const ofTime = { ...(from !== undefined && { $gte: from }), ...(until !== undefined && { $lt: until }) }
    const filter: ParquetQueryFilter = {
      ...(device !== undefined && { [DEVICE]: { $eq: device } }),
      ...(Object.keys(ofTime).length > 0 && { [TIME]: ofTime }),
    }
    const there = parameters.filter((each) => names.has(each))
    const columnsOf = (each: Parameter) => [
      each,
      flagName(each),
      spanName(each),
      ...(ofMinutes ? [minutesName(each)] : []),
    ]
    const columns = [DEVICE, TIME, ...(there.length > 0 ? [SPAN] : []), ...there.flatMap(columnsOf)].filter((name) =>
      names.has(name),
    )
    const scan = await parquetScan({
      ...{ file, metadata, columns, parsers: PARSERS, usePageIndex: true },
      ...(Object.keys(filter).length > 0 && { pruningFilter: filter }),
    })
    const parts: Part[] = []
    for (const range of scan.ranges) {
      const column = async (name: string) =>
        names.has(name) ? await scan.readColumn({ ...range, column: name }) : null
      const [codes, minutes] = [(await column(DEVICE))!, (await column(TIME))!]
      const isWanted = (row: number) =>
        (device === undefined || codes[row] === device) &&
        (from === undefined || minutes[row] >= from) &&
        (until === undefined || minutes[row] < until)
      const rows = new Uint32Array(minutes.length)
      let count = 0
      for (let row = 0; row < minutes.length; row++) if (isWanted(row)) rows[count++] = row
      const series = new Map<Parameter, PartSeries>()
      const spans = there.length > 0 ? await column(SPAN) : null
      for (const each of there)
        series.set(each, {
          values: (await column(each)) as ArrayLike<number | null>,
          flags: (await column(flagName(each))) as ArrayLike<Flag | null> | null,
          spans: (await column(spanName(each))) as ArrayLike<number | null> | null,
          minutes: ofMinutes ? ((await column(minutesName(each))) as ArrayLike<number | null> | null) : null,
        })
      parts.push({
        rows: rows.subarray(0, count),
        codes: codes as ArrayLike<string>,
        minutes: minutes as ArrayLike<Minute>,
        spans: spans as ArrayLike<number | null> | null,
        series,
      })
    }
    return joined(parts, there, ahead)
  }

  const there = PARAMETERS.filter((each) => names.has(each))
  const hasFlags = there.some((each) => names.has(flagName(each)))
  return { rows: Number(metadata.num_rows), parameters: there, hasFlags, read }
}

interface PartSeries {
  readonly values: ArrayLike<number | null>
  readonly flags: ArrayLike<Flag | null> | null
  readonly minutes: ArrayLike<number | null> | null
  readonly spans: ArrayLike<number | null> | null
}

/** A contiguous run of rows of a file, of which those in `rows` are wanted. */
interface Part {
  readonly rows: Uint32Array
  readonly codes: ArrayLike<string>
  readonly minutes: ArrayLike<Minute>
  /** What the values of a row stand for, of all parameters without a column of their own. */
  readonly spans: ArrayLike<number | null> | null
  readonly series: ReadonlyMap<Parameter, PartSeries>
}

const FLAG_PLACES = new Map(FLAGS.map((flag, place) => [flag, place]))

function joined(parts: readonly Part[], parameters: readonly Parameter[], ahead: number): Readings {
  const length = parts.reduce((sum, { rows }) => sum + rows.length, 0)
  const placeOf = new Map<string, number>()
  const device = new Uint32Array(length)
  const minute = new Int32Array(length)
  // One for all parameters without their own: a month has millions of values.
  const common = parts.some((part) => part.spans) ? new Uint8Array(length) : undefined
  const series: Partial<Record<Parameter, Series>> = {}
  for (const each of parameters) {
    const spans = parts.some((part) => part.series.get(each)!.spans) ? new Uint8Array(length) : common
    series[each] = {
      ...{ values: new Float32Array(length), flags: new Uint8Array(length), ...(spans && { spans }) },
      ...(parts.some((part) => part.series.get(each)!.minutes) && { minutes: new Uint8Array(length) }),
    }
  }
  let at = 0
  let [last, place] = ['', -1]
  for (const part of parts)
    for (const row of part.rows) {
      const code = part.codes[row]!
      // Rows of one device are mostly adjacent.
      if (code !== last || place < 0) {
        place = placeOf.get(code) ?? placeOf.size
        placeOf.set(code, place)
        last = code
      }
      device[at] = place
      minute[at] = part.minutes[row]! - ahead
      if (common) common[at] = part.spans?.[row] ?? 0
      for (const each of parameters) {
        const { values, flags, minutes, spans } = part.series.get(each)!
        series[each]!.values[at] = values[row] ?? Number.NaN
        if (minutes) series[each]!.minutes![at] = minutes[row] ?? 0
        if (spans) series[each]!.spans![at] = spans[row] ?? 0
        const flag = flags?.[row]
        if (flag) series[each]!.flags[at] = FLAG_PLACES.get(flag) ?? UNKNOWN_FLAG
      }
      at++
    }
  return { devices: [...placeOf.keys()], device, minute, series }
}
