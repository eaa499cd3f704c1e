import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { Codes } from '@/domain/table/column'
import { BREACHES } from '@/domain/trucks/breach-kinds'
import type { Breaches } from '@/domain/trucks/breaches'
import { NO_FIGURE, type Positions, STATE, UNKNOWN } from '@/domain/trucks/positions'
import type { Stops } from '@/domain/trucks/stops'
import type { Trips } from '@/domain/trucks/trips'
import { classFacts } from '@/io/parquet/class-in-file'
import { numbers, type ParquetColumn, WHOLE_GROUPS, writeParquet } from '@/io/parquet/write-parquet'
import { FORM, FORM_KEY, JUDGED_BY_KEY, SECOND, TRUCK, UNTIL } from './track-columns'

const factsOf = (dataClass: DataClass) => ({ [FORM_KEY]: String(FORM), ...classFacts(dataClass) })

const plates = ({ trucks, truck }: { readonly trucks: readonly string[]; readonly truck: Codes }): ParquetColumn => ({
  name: TRUCK,
  of: 'text',
  data: Array.from(truck, (of) => trucks[of]!),
  isKey: true,
})

/** Numbers with small differences take a byte or two each. */
const inSteps = (name: string, data: Int32Array | Uint32Array): ParquetColumn => ({
  name,
  of: 'whole',
  data: Int32Array.from(data),
  isKey: name === SECOND,
  encoding: 'DELTA_BINARY_PACKED',
})

const orNull = (name: string, values: Uint8Array | Uint16Array, none: number): ParquetColumn => ({
  name,
  of: 'whole',
  isKey: false,
  data: values.includes(none)
    ? Array.from(values, (value) => (value === none ? null : value))
    : Int32Array.from(values),
})

/** A pair of bits as 1, 0, or null. */
const bits = (name: string, state: Uint8Array, yes: number, no: number): ParquetColumn => ({
  name,
  of: 'whole',
  isKey: false,
  data: Array.from(state, (of) => (of & yes ? 1 : of & no ? 0 : null)),
})

const degrees = (name: string, data: Float64Array): ParquetColumn => ({ name, of: 'degrees', isKey: false, data })
const seconds = (name: string, data: Uint32Array): ParquetColumn => ({
  name,
  of: 'whole',
  isKey: false,
  data: Int32Array.from(data),
})

/**
 * Clean positions as Apache Parquet, in the given order: `lon` and `lat` in millionths of a degree (WGS-84), `speed` in
 * tenths of km/h.
 */
export const writePositions = (positions: Positions, dataClass: DataClass = 'real'): ArrayBuffer =>
  writeParquet(
    'positions',
    [
      plates(positions),
      inSteps(SECOND, positions.second),
      inSteps('lon', positions.lon),
      inSteps('lat', positions.lat),
      orNull('speed', positions.speed, NO_FIGURE),
      orNull('direction', positions.direction, NO_FIGURE),
      orNull('load', positions.load, UNKNOWN),
      bits('closed', positions.state, STATE.closed, STATE.open),
      bits('lifted', positions.state, STATE.lifted, STATE.lowered),
    ],
    factsOf(dataClass),
    WHOLE_GROUPS,
  )

export const writeStops = (stops: Stops, dataClass: DataClass = 'real'): ArrayBuffer =>
  writeParquet(
    'stops',
    [
      plates(stops),
      inSteps(SECOND, stops.from),
      seconds(UNTIL, stops.until),
      degrees('lon', stops.lon),
      degrees('lat', stops.lat),
      orNull('load_before', stops.loadBefore, UNKNOWN),
      orNull('load_after', stops.loadAfter, UNKNOWN),
      seconds('lifted_seconds', stops.lifted),
    ],
    factsOf(dataClass),
    WHOLE_GROUPS,
  )

export const writeTrips = (trips: Trips, dataClass: DataClass = 'real'): ArrayBuffer =>
  writeParquet(
    'trips',
    [
      plates(trips),
      inSteps(SECOND, trips.from),
      seconds(UNTIL, trips.until),
      degrees('from_lon', trips.fromLon),
      degrees('from_lat', trips.fromLat),
      degrees('to_lon', trips.toLon),
      degrees('to_lat', trips.toLat),
      { name: 'metres', of: 'number', isKey: false, data: trips.metres },
      { name: 'top_kmh', of: 'number', isKey: false, data: numbers(trips.topKmh) },
      orNull('load', trips.load, UNKNOWN),
      { name: 'flags', of: 'whole', isKey: false, data: Int32Array.from(trips.flags) },
    ],
    factsOf(dataClass),
    WHOLE_GROUPS,
  )

/** `judgedBy`: digest of the lists and settings, for a file whose list of files does not state it. */
export const writeBreaches = (breaches: Breaches, dataClass: DataClass = 'real', judgedBy?: string): ArrayBuffer =>
  writeParquet(
    'breaches',
    [
      plates(breaches),
      inSteps(SECOND, breaches.from),
      seconds(UNTIL, breaches.until),
      { name: 'kind', of: 'text', isKey: false, data: Array.from(breaches.kind, (kind) => BREACHES[kind]!) },
      degrees('lon', breaches.lon),
      degrees('lat', breaches.lat),
      { name: 'figure', of: 'number', isKey: false, data: numbers(breaches.figure) },
      { name: 'of', of: 'text', isKey: false, data: [...breaches.of] },
    ],
    { ...factsOf(dataClass), ...(judgedBy !== undefined && { [JUDGED_BY_KEY]: judgedBy }) },
    WHOLE_GROUPS,
  )
