import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { parquetMetadataAsync } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FLAGS, PARAMETERS, UNKNOWN_FLAG } from '@/domain/monitoring/parameter'
import { type Readings, sortReadings } from '@/domain/monitoring/readings'
import { openReadings, type ReadingsRefused } from '@/io/readings/open-readings'
import { writeReadings } from '@/io/readings/write-readings'

const START = 27_800_000

/** Generated readings of so many monitors with the 24 parameters of HJ 212, one every quarter of an hour. */
function made(devices: number, each: number): Readings {
  const rows = Array.from({ length: devices * each }, (_, row) => row)
  const [nth, at] = [(row: number) => Math.floor(row / each), (row: number) => row % each]
  const tsp = {
    values: Float32Array.from(rows, (row) => (at(row) % 17 === 0 ? Number.NaN : (at(row) * 37 + nth(row) * 11) % 4000)),
    flags: Uint8Array.from(rows, (row) => (at(row) % 23 === 0 ? FLAGS.indexOf('D') : 0)),
  }
  return {
    devices: Array.from({ length: devices }, (_, i) => `610400${String(i).padStart(18, '0')}`),
    device: Uint16Array.from(rows, nth),
    minute: Int32Array.from(rows, (row) => START + at(row) * 15),
    series: { tsp },
  }
}

/** A file that counts how much of it was read. */
function counted(bytes: ArrayBuffer) {
  const file = {
    read: 0,
    byteLength: bytes.byteLength,
    slice(from: number, to = bytes.byteLength) {
      file.read += to - from
      return bytes.slice(from, to)
    },
  }
  return file
}

/** Row by row, for comparison. */
const listed = ({ devices, device, minute, series }: Readings) =>
  Array.from(minute, (at, row) => [
    devices[device[row]!],
    at,
    ...PARAMETERS.flatMap((each) => (series[each] ? [each, series[each].values[row], series[each].flags[row]] : [])),
  ])

describe('a file of readings', () => {
  const readings = made(90, 2976)
  const bytes = writeReadings(readings)

  it('takes a small part of a byte for each of the times at equal steps', async () => {
    const { row_groups } = await parquetMetadataAsync(bytes)
    const ofTimes = row_groups.map(({ columns }) =>
      columns.find(({ meta_data }) => meta_data!.path_in_schema[0] === 'time'),
    )
    const size = ofTimes.reduce((sum, column) => sum + Number(column!.meta_data!.total_compressed_size), 0)
    expect(size).toBeLessThan(readings.minute.length / 8)
  })

  it('returns what was written', async () => {
    const opened = await openReadings(counted(bytes))
    expect([opened.rows, opened.parameters]).toEqual([90 * 2976, ['tsp']])
    expect(listed(await opened.read({ parameters: ['tsp', 'noise'] }))).toEqual(listed(readings))
  })

  it('holds once what the values of a row stand for, but for a parameter of another interval', async () => {
    const { series, ...rows } = made(1, 4)
    const of = (span: number) => ({ ...series.tsp!, values: new Float32Array(4), spans: new Uint8Array(4).fill(span) })
    const bytes = writeReadings({ ...rows, series: { tsp: of(15), pm10: of(15), noise: of(60) } })
    const read = await (await openReadings(counted(bytes))).read({ parameters: ['tsp', 'pm10', 'noise'] })
    expect(read.series.pm10!.spans).toBe(read.series.tsp!.spans)
    expect([read.series.tsp!.spans![3], read.series.noise!.spans![3]]).toEqual([15, 60])
  })

  it('reads hardly more than the requested device or day', async () => {
    const file = counted(bytes)
    const opened = await openReadings(file)
    file.read = 0
    const device = readings.devices[40]!
    const month = await opened.read({ device, parameters: ['tsp'] })
    expect([month.devices, month.minute.length]).toEqual([[device], 2976])
    const day = await opened.read({ device, from: START + 1440, until: START + 2880, parameters: ['tsp'] })
    expect(listed(day)).toEqual(listed(month).slice(96, 192))
    expect(file.read).toBeLessThan(bytes.byteLength / 4)
    expect(await opened.read({ device: 'none', parameters: ['tsp'] })).toMatchObject({ devices: [], series: {} })
  })

  it('does not take an unknown flag of another program as normal', async () => {
    const columnData = [
      { name: 'device', data: ['D1', 'D1', 'D1'], type: 'STRING' as const },
      { name: 'time', data: [0, 1, 2].map((at) => new Date(at * 900_000)), type: 'TIMESTAMP' as const },
      { name: 'tsp', data: [1, 2, 3], type: 'FLOAT' as const },
      { name: 'tsp_flag', data: ['N', 'Z', null], type: 'STRING' as const },
    ]
    const { series } = await (await openReadings(counted(parquetWriteBuffer({ columnData })))).read({
      parameters: ['tsp'],
    })
    expect([...series.tsp!.flags]).toEqual([0, UNKNOWN_FLAG, 0])
  })

  it('refuses anything but files of readings, and those of newer versions', async () => {
    const why = (content: ArrayBuffer) =>
      openReadings(counted(content)).catch((error) => (error as ReadingsRefused).why)
    expect(await why(new TextEncoder().encode('监测时间,TSP').buffer)).toBe('no-parquet')
    expect(await why(bytes.slice(0, bytes.byteLength - 100))).toBe('no-parquet')
    const columnData = [{ name: 'tsp', data: [1, 2], type: 'FLOAT' as const }]
    expect(await why(parquetWriteBuffer({ columnData }))).toBe('no-readings')
    expect(await why(parquetWriteBuffer({ columnData, kvMetadata: [{ key: 'chentu.readings', value: '2' }] }))).toBe(
      'later-form',
    )
  })
})

describe('compared with DuckDB', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readings-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'readings.parquet')
  let ask: (sql: string) => Promise<readonly Record<string, unknown>[]>
  beforeAll(async () => {
    const connection = await (await DuckDBInstance.create()).connect()
    await connection.run("set timezone = 'UTC'")
    ask = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS()
  })

  it('it reads the same from files written here: times, values, gaps and flags', async () => {
    const readings = made(30, 2976)
    writeFileSync(path, new Uint8Array(writeReadings(readings)))
    const { values, flags } = readings.series.tsp!
    const known = values.filter((value) => !Number.isNaN(value))
    const [row] = await ask(`
      select count(*)::int as rows, count(tsp)::int as known, count(distinct device)::int as devices,
        epoch_ms(min(time))::double as first, epoch_ms(max(time))::double as last, sum(tsp)::double as sum,
        (count(*) filter (tsp_flag = 'D'))::int as faulty
      from '${path}'`)
    expect(row).toEqual({
      ...{ rows: values.length, known: known.length, devices: 30 },
      ...{ first: START * 60_000, last: (START + 2975 * 15) * 60_000 },
      sum: known.reduce((sum, value) => sum + value, 0),
      faulty: flags.filter((flag) => flag !== 0).length,
    })
  })

  it.each([
    ['of a zone', 'timestamptz', Date.UTC(2022, 9, 1, 1)],
    ['of the clock on the wall', 'timestamp', Date.UTC(2022, 8, 30, 17)],
    ['in nanoseconds', 'timestamp_ns', Date.UTC(2022, 8, 30, 17)],
  ])('it writes files that are read here: with another order of columns, and times %s', async (_, type, first) => {
    await ask(`
      copy (
        select 12.5::float as pm10, ('2022-10-01 0' || i % 9 || ':00:00')::${type} as time, 'YC-' || i % 3 as device
        from range(9) as t(i) order by device, time
      ) to '${path}' (format parquet, compression snappy)`)
    const opened = await openReadings(counted(new Uint8Array(readFileSync(path)).buffer))
    const minute = first / 60_000
    const read = await opened.read({ device: 'YC-1', from: minute, parameters: ['tsp', 'pm10'] })
    expect([opened.rows, opened.parameters, read.minute.length]).toEqual([9, ['pm10'], 3])
    expect(listed(read)[0]).toEqual(['YC-1', minute, 'pm10', 12.5, 0])
    const later = await opened.read({ device: 'YC-1', from: minute + 1, until: minute + 6 * 60, parameters: [] })
    expect([...later.minute]).toEqual([minute + 3 * 60])
  })
})

describe('readings in order', () => {
  const row = fc.record({
    device: fc.constantFrom('b', 'a', 'c'),
    minute: fc.integer({ min: -50, max: 50 }),
    value: fc.float({ noNaN: true }),
  })

  it('are sorted by device and minute, each once, with the last value kept', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const devices = [...new Set(rows.map(({ device }) => device))]
        const { readings, replaced } = sortReadings({
          devices,
          device: Uint8Array.from(rows, ({ device }) => devices.indexOf(device)),
          minute: Int32Array.from(rows, ({ minute }) => minute),
          series: {
            tsp: { values: Float32Array.from(rows, ({ value }) => value), flags: new Uint8Array(rows.length) },
          },
        })
        const last = new Map(rows.map((each) => [`${each.device} ${each.minute}`, each]))
        const expected = [...last.values()].sort((a, b) => a.device.localeCompare(b.device) || a.minute - b.minute)
        expect(listed(readings)).toEqual(expected.map(({ device, minute, value }) => [device, minute, 'tsp', value, 0]))
        expect(replaced).toBe(rows.length - last.size)
      }),
    )
  })
})
