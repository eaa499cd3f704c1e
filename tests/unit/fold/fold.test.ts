import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import written from '#data/monitoring.json'
import { hourly } from '@/domain/monitoring/hours'
import { intervalOfRows } from '@/domain/monitoring/interval'
import { minuteOf } from '@/domain/monitoring/minute-of'
import { FLAGS, PARAMETER_FACTS, PARAMETERS, type Parameter, UNKNOWN_FLAG } from '@/domain/monitoring/parameter'
import type { Readings } from '@/domain/monitoring/readings'
import { readMonitoring } from '@/io/package/monitoring-file'
import { openReadings } from '@/io/readings/open-readings'
import { madeReadings } from '../../../scripts/data/readings/made-readings'
import { fold } from '../../../scripts/fold/fold'
import { intervalsQuery } from '../../../scripts/fold/join-months'
import { deviceDays, onlineCsv } from '../../../scripts/fold/online-table'
import { sqlOf } from '../../../scripts/fold/sql'
import { dailyMeans } from '../../fixtures/days'
import { encodeGb18030 } from '../../fixtures/encode-gb18030'
import { minuteOn, someDevices } from '../../fixtures/readings'

const settings = readMonitoring('monitoring.json', written).value!
const folder = mkdtempSync(join(tmpdir(), 'chentu-fold-'))
const [raw, out] = [join(folder, 'raw'), join(folder, 'out')]
const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(raw, name)), { recursive: true })
  writeFileSync(join(raw, name), content)
}
afterAll(() => rmSync(folder, { recursive: true }))

/** A minute as a clock in Asia/Shanghai shows it. */
const local = (minute: number) => new Date((minute + 480) * 60_000).toISOString()
const { readings } = madeReadings(someDevices(3), {
  seed: 11,
  from: minuteOn('2022-09-20'),
  until: minuteOn('2022-10-12'),
  step: 15,
})
const { devices, device, minute, series } = readings
const rowsOf = (code: number) => Array.from(minute.keys()).filter((row) => device[row] === code)
const value = (parameter: Parameter, row: number, factor = 1) => {
  const said = series[parameter]!.values[row]!
  return Number.isNaN(said) ? '' : factor === 1 ? String(said) : (said * factor).toFixed(3)
}
const flag = (parameter: Parameter, row: number) => FLAGS[series[parameter]!.flags[row]!]!

/** Wide, in mg, with Chinese headings and local times, in the encoding of Chinese Windows. */
const wide = () => [
  '工地监测数据导出',
  '设备编号,监测时间,TSP(mg/m³),TSP标识,PM10(mg/m³),PM10标识,PM2.5(mg/m³),PM2.5标识,噪声,噪声标识,温度,温度标识,湿度,湿度标识,风速,风速标识,风向,风向标识,气压(hPa),气压标识',
  ...rowsOf(0).map((row) =>
    [
      devices[0],
      local(minute[row]!).slice(0, 16).replace('T', ' '),
      ...PARAMETERS.flatMap((each, i) => [
        each === 'pressure' ? value(each, row, 10) : value(each, row, i < 3 ? 0.001 : 1),
        flag(each, row),
      ]),
    ].join(','),
  ),
]
/** Long, with the codes of HJ 212 and times without separators. */
const long = () => [
  'MN;DataTime;因子编码;监测值;单位;标识',
  ...rowsOf(1).flatMap((row) =>
    PARAMETERS.map((each) =>
      [
        devices[1],
        `${local(minute[row]!).slice(0, 16).replace(/\D/g, '')}00`,
        PARAMETER_FACTS[each].code,
        value(each, row),
        each === 'tsp' ? 'ug/m3' : '',
        flag(each, row),
      ].join(';'),
    ),
  ),
]
/** Of one device, which only the file name identifies. */
const alone = () => [
  '时间,TSP,PM10,PM2.5,噪声,温度,湿度,风速,风向,气压,TSP标识,PM10标识,PM2.5标识,噪声标识,温度标识,湿度标识,风速标识,风向标识,气压标识',
  ...rowsOf(2).map((row) =>
    [
      local(minute[row]!).slice(0, 19).replace('T', ' ').replaceAll('-', '/'),
      ...PARAMETERS.map((each) => value(each, row)),
      ...PARAMETERS.map((each) => flag(each, row)),
    ].join(','),
  ),
]

const open = async (path: string) => {
  const bytes = readFileSync(join(out, path))
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  return (await openReadings(file)).read({ parameters: PARAMETERS })
}
const textOf = ({ devices: of, device: codes, minute: minutes, series: all }: Readings, digits: number) =>
  Array.from(minutes, (time, row) =>
    [
      of[codes[row]!],
      time,
      ...PARAMETERS.flatMap((each) => {
        const [said, its] = [all[each]!.values[row]!, all[each]!.flags[row]!]
        return [Number.isNaN(said) ? '' : said.toFixed(digits), its]
      }),
    ].join(' '),
  )
const between = (all: Readings, from: number, until: number): Readings => {
  const rows = Array.from(all.minute.keys()).filter((row) => all.minute[row]! >= from && all.minute[row]! < until)
  return {
    devices: all.devices,
    device: Uint16Array.from(rows, (row) => all.device[row]!),
    minute: Int32Array.from(rows, (row) => all.minute[row]!),
    series: Object.fromEntries(
      PARAMETERS.map((each) => [
        each,
        {
          values: Float32Array.from(rows, (row) => all.series[each]!.values[row]!),
          flags: Uint8Array.from(rows, (row) => all.series[each]!.flags[row]!),
        },
      ]),
    ),
  }
}
const OCTOBER = between(readings, minuteOn('2022-10-01'), minuteOn('2022-11-01'))

describe('folded raw files of monitors', () => {
  let first: Awaited<ReturnType<typeof fold>>
  beforeAll(async () => {
    put('a/wide.csv', encodeGb18030(`${wide().join('\r\n')}\r\n`))
    put('b/long.csv', `\ufeff${long().join('\n')}\n`)
    put(`c/${devices[2]}.csv`, `${alone().join('\n')}\n`)
    put('c/notes.txt', 'nothing of monitors\n')
    first = await fold(raw, out, settings)
  }, 60_000)

  it('are the same readings as the app opens, by device and time', async () => {
    expect(first.months.map(({ month }) => month)).toEqual(['2022-09', '2022-10'])
    expect(textOf(await open('readings/2022-10.parquet'), 1)).toEqual(textOf(OCTOBER, 1))
    const september = await open('readings/2022-09.parquet')
    expect(september.minute.length).toBe(readings.minute.length - OCTOBER.minute.length)
  })

  it('give the same hours and days as the app calculates', async () => {
    const hours = hourly(OCTOBER, settings.hour)
    const theirs = await open('readings/hourly/2022-10.parquet')
    expect([...theirs.minute]).toEqual([...hours.minute])
    const days = dailyMeans(hours, settings.day)
    const theirDays = await open('readings/daily/2022-10.parquet')
    expect([...theirDays.minute]).toEqual([...days.minute])
    expect(hours.series.tsp!.flags.some((flag) => flag > 0)).toBe(true)
    expect([...theirs.series.tsp!.flags]).toEqual([...hours.series.tsp!.flags])
    for (const each of PARAMETERS) {
      for (const [row, mean] of hours.series[each]!.values.entries())
        if (Number.isNaN(mean)) expect(theirs.series[each]!.values[row]).toBeNaN()
        else expect(theirs.series[each]!.values[row]! / (mean || 1)).toBeCloseTo(mean ? 1 : 0, 3)
      expect([...theirDays.series[each]!.values].map(Number.isNaN)).toEqual(
        [...days.series[each]!.values].map(Number.isNaN),
      )
    }
  })

  it('have as many valid hours per day as the app’s own hours', () => {
    const days = ['2022-09', '2022-10'].flatMap((month) => {
      const own = month === '2022-10' ? OCTOBER : between(readings, minuteOn('2022-09-01'), minuteOn('2022-10-01'))
      return deviceDays(hourly(own, settings.hour), own)
    })
    expect(days.some(({ isCalibrated }) => isCalibrated)).toBe(true)
    expect(readFileSync(join(out, 'readings/online.csv'), 'utf8')).toBe(onlineCsv(days))
  })

  it('are resources of the package; what could not be read is reported with file and row', () => {
    const { resources } = JSON.parse(readFileSync(join(out, 'resources.json'), 'utf8'))
    expect(resources.map(({ path }: { path: string }) => path)).toContain('readings/hourly/2022-10.parquet')
    expect(resources.at(-1)).toMatchObject({ path: 'readings/online.csv', chentu: { role: 'readings-online' } })
    expect(readFileSync(join(out, 'problems.csv'), 'utf8').trim().split('\n').slice(1)).toEqual([
      'c/D002.csv,,device-by-file-name,D002',
      'c/notes.txt,,no-table-of-monitors,',
    ])
  })

  it('are not folded again if nothing changed, otherwise only in the months of a new file', async () => {
    const made = statSync(join(out, 'readings/2022-09.parquet')).mtimeMs
    expect(await fold(raw, out, settings)).toMatchObject({ staged: 0, months: [{ isNew: false }, { isNew: false }] })
    const noon = '2022-10-08 12:00'
    const rows = [
      '设备编号,时间,TSP,TSP标识,风向',
      `D000,${noon},77,正常`,
      'D000,8 October,80,',
      ',2022-10-08 12:00,80,',
      'D000,2022-10-08 12:15,abc,',
      'D000,2022-10-08 12:30,90,坏',
      'D000,2022-10-08 12:45,91(D),正常,东北风',
    ]
    put('z-late.csv', rows.join('\n'))
    const next = await fold(raw, out, settings)
    expect([next.staged, next.months.map(({ isNew }) => isNew)]).toEqual([1, [false, true]])
    expect(statSync(join(out, 'readings/2022-09.parquet')).mtimeMs).toBe(made)
    // Later values win; values that the later file lacks are kept.
    const october = await open('readings/2022-10.parquet')
    const rowAt = (minute: number) =>
      october.minute.findIndex((time, i) => october.devices[october.device[i]!] === 'D000' && time === minute)
    const row = rowAt(minuteOf(noon)!)
    const before = OCTOBER.minute.findIndex((time, i) => OCTOBER.device[i] === 0 && time === minuteOf(noon))
    const { values, flags } = october.series.tsp!
    expect([values[row], flags[row]]).toEqual([77, 0])
    const marked = rowAt(minuteOf(noon)! + 30)
    expect([values[marked], flags[marked]]).toEqual([90, UNKNOWN_FLAG])
    const behind = rowAt(minuteOf(noon)! + 45)
    expect([values[behind], flags[behind]]).toEqual([91, FLAGS.indexOf('D')])
    expect(october.series['wind-direction']!.values[behind]).toBe(45)
    expect(october.series.noise!.values[row]).toBe(OCTOBER.series.noise!.values[before])
    const listed = readFileSync(join(out, 'problems.csv'), 'utf8').trim().split('\n')
    expect(listed.filter((line) => line.startsWith('z-late'))).toEqual([
      'z-late.csv,,unit-doubtful,tsp ',
      'z-late.csv,3,time-unreadable,8 October',
      'z-late.csv,4,device-missing,',
      'z-late.csv,5,value-unreadable,tsp',
      'z-late.csv,6,value-unreadable,tsp_flag',
    ])
    rmSync(join(raw, 'z-late.csv'))
    expect((await fold(raw, out, settings)).months.map(({ isNew }) => isNew)).toEqual([false, true])
  })
})

/** Readings of device A, all the same or different ones. */
const readingsAt = (minutes: readonly number[], value?: number): Readings => ({
  devices: ['A'],
  device: new Uint8Array(minutes.length),
  minute: Int32Array.from(minutes),
  series: {
    tsp: {
      values: Float32Array.from(minutes, (_, i) => value ?? 50 + (i % 90)),
      flags: new Uint8Array(minutes.length),
    },
  },
})
const tableOf = ({ minute, series }: Readings, as: 'tsp' | 'noise' = 'tsp') =>
  [
    `设备编号,监测时间,${as === 'tsp' ? 'TSP(µg/m³)' : '噪声'}`,
    ...Array.from(minute, (each, i) => `A,${local(each).slice(0, 16).replace('T', ' ')},${series.tsp!.values[i]}`),
  ].join('\n')
const hoursIn = async (out: string) => {
  const bytes = Uint8Array.from(readFileSync(join(out, 'readings/hourly/2022-10.parquet'))).buffer
  const file = await openReadings({ byteLength: bytes.byteLength, slice: (first, end) => bytes.slice(first, end) })
  return file.read({ parameters: ['tsp'], minutes: true })
}

describe('a month with several intervals', () => {
  it.each(['begin', 'end'] as const)('gives the same hours as in the app, with times at the %s', async (stamp) => {
    const [from, to] = [join(folder, `mixed-${stamp}`), join(folder, `mixed-${stamp}-out`)]
    mkdirSync(from)
    const minutes: number[] = []
    const add = (step: number, begin: number, end: number, isKept: (place: number) => boolean = () => true) => {
      for (let minute = begin, i = 0; minute < end; minute += step, i++) if (isKept(i)) minutes.push(minute)
    }
    add(60, minuteOn('2022-10-01', 60), minuteOn('2022-10-06'))
    add(1, minuteOn('2022-10-06'), minuteOn('2022-10-08', 700))
    add(60, minuteOn('2022-10-08', 720), minuteOn('2022-10-12'))
    add(7, minuteOn('2022-10-12'), minuteOn('2022-10-13'))
    add(15, minuteOn('2022-10-13'), minuteOn('2022-10-15'), (i) => i % 5 !== 2)
    add(2, minuteOn('2022-10-15'), minuteOn('2022-10-16'))
    add(30, minuteOn('2022-10-16'), minuteOn('2022-10-16', 150))
    // Changed in the middle of days, on the hour and within it, and with readings lost.
    add(1, minuteOn('2022-10-17'), minuteOn('2022-10-17', 720))
    add(5, minuteOn('2022-10-17', 720), minuteOn('2022-10-18', 500))
    add(60, minuteOn('2022-10-18', 540), minuteOn('2022-10-20', 790))
    add(5, minuteOn('2022-10-20', 810), minuteOn('2022-10-21', 720), (i) => i % 11 !== 3)
    add(60, minuteOn('2022-10-21', 750), minuteOn('2022-10-23', 720))
    add(15, minuteOn('2022-10-23', 720), minuteOn('2022-10-24'))
    // Within hours, from shorter ones to longer ones and back.
    for (let hour = 0; hour < 24; hour += 4) {
      const from = minuteOn('2022-10-24', hour * 60)
      add(1, from, from + 90)
      add(5, from + 90, from + 165)
      add(15, from + 165, from + 240)
    }
    const readings = readingsAt(minutes)
    writeFileSync(join(from, 'a.csv'), tableOf(readings))
    const rule = { stamp, leastMinutes: 45 }
    const { months } = await fold(from, to, { ...settings, hour: { ...settings.hour, ...rule } })
    expect(months.map(({ month }) => month)).toContain('2022-10')
    const theirs = await hoursIn(to)
    const own = hourly(readings, rule)
    expect([...theirs.minute]).toEqual([...own.minute])
    const rounded = (values: Float32Array) => [...values].map((each) => each.toFixed(2))
    expect(rounded(theirs.series.tsp!.values)).toEqual(rounded(own.series.tsp!.values))
    expect([...theirs.series.tsp!.minutes!]).toEqual([...own.series.tsp!.minutes])
    const known = own.series.tsp!.values.filter((each) => !Number.isNaN(each)).length
    expect(known).toBeGreaterThan(18 * 24)
  })

  it('has the same intervals as in the app, whatever was lost and whenever they changed', async () => {
    const ask = await (await DuckDBInstance.create()).connect()
    const stretch = fc.record({
      step: fc.constantFrom(1, 2, 5, 7, 10, 15, 30, 60, 90),
      count: fc.integer({ min: 1, max: 40 }),
      pause: fc.integer({ min: 0, max: 100 }),
      lost: fc.integer({ min: 2, max: 20 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(stretch, { minLength: 1, maxLength: 12 }), async (stretches) => {
        const minutes: number[] = []
        for (const { step, count, pause, lost } of stretches) {
          const from = (minutes.at(-1) ?? minuteOn('2022-10-01') - 1) + 1 + pause
          for (let i = 0; i < count; i++) if (i % lost !== 1) minutes.push(from + i * step)
        }
        await ask.run(
          `create or replace table readings as select 'A' as device, unnest([${minutes.join(', ')}])::int as minute`,
        )
        for (const stamp of ['begin', 'end'] as const) {
          await ask.run(intervalsQuery(stamp, 'intervals', 'device', 'readings'))
          const rows = (
            await ask.runAndReadAll(`select coalesce(minutes, 0) from readings
              left join intervals using (device, minute) order by minute`)
          ).getRowsJS()
          expect(rows.map(([interval]) => interval)).toEqual([...intervalOfRows(readingsAt(minutes), stamp)])
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('files of a device with the same hours at different intervals', () => {
  it.each(['begin', 'end'] as const)(
    'give the shorter ones that make the mean, with times at the %s',
    async (stamp) => {
      const [from, to] = [join(folder, `finer-${stamp}`), join(folder, `finer-${stamp}-out`)]
      mkdirSync(from)
      const offset = stamp === 'end' ? 1 : 0
      const every = (step: number, begin: number, end: number) =>
        Array.from({ length: (end - begin) / step }, (_, i) => begin + (i + offset) * step)
      const [begin, noon, end] = [minuteOn('2022-10-05'), minuteOn('2022-10-05', 720), minuteOn('2022-10-06')]
      const minutes = every(5, begin, noon)
      writeFileSync(join(from, '5.csv'), tableOf(readingsAt(minutes, 100)))
      // Too few for the mean of an hour that another file has.
      const evening = begin + 18 * 60
      writeFileSync(join(from, 'few.csv'), tableOf(readingsAt(every(5, evening, evening + 15), 100)))
      // Later in the alphabet, on the minutes of the others and between them, and reaching further than they do.
      writeFileSync(join(from, 'hours.csv'), tableOf(readingsAt(every(60, begin, end), 900)))
      writeFileSync(join(from, 'odd.csv'), tableOf(readingsAt(every(60, begin + 33, begin + 33 + 8 * 60), 900)))
      writeFileSync(join(from, 'other.csv'), tableOf(readingsAt(every(60, begin, end), 30), 'noise'))
      const { months } = await fold(from, to, { ...settings, hour: { ...settings.hour, stamp, leastMinutes: 45 } })
      const { minute, series } = await hoursIn(to)
      const known = new Map([...minute].map((time, row) => [(time - begin) / 60, series.tsp!.values[row]!]))
      expect([...known]).toEqual(Array.from({ length: 24 }, (_, hour) => [hour, hour < 12 ? 100 : 900]))
      expect(months[0]!.leftOut).toEqual([
        { file: 'few.csv', values: 3 },
        { file: 'hours.csv', values: 12 },
        { file: 'odd.csv', values: 8 },
      ])
      expect(readFileSync(join(to, 'problems.csv'), 'utf8').trim().split('\n').slice(1)).toEqual([
        'few.csv,,other-interval-elsewhere,2022-10: 3',
        'hours.csv,,other-interval-elsewhere,2022-10: 12',
        'odd.csv,,other-interval-elsewhere,2022-10: 8',
      ])
      // Known again from what was stored of the month.
      expect(
        (await fold(from, to, { ...settings, hour: { ...settings.hour, stamp, leastMinutes: 45 } })).problems,
      ).toBe(3)
    },
  )
})

describe('raw files marked as illustrative', () => {
  it('are left out, by their name or any row, and listed', async () => {
    const [from, to] = [join(folder, 'made-up'), join(folder, 'made-up-out')]
    mkdirSync(from)
    const table = (...more: readonly string[]) =>
      `设备编号,监测时间,TSP(µg/m³)${more[0] ?? ''}\n${more.slice(1).join('\n')}`
    writeFileSync(join(from, 'a（示例）.csv'), table('', 'A,2022-10-01 08:15,90'))
    writeFileSync(join(from, 'b.csv'), table(',数据类别', 'A,2022-10-01 08:15,90,实测', 'A,2022-10-01 08:30,91,示例'))
    writeFileSync(join(from, 'c.csv'), table(',数据类别', 'A,2022-10-01 08:15,92,实测'))
    await fold(from, to, settings)
    const kept = readFileSync(join(to, 'problems.csv'), 'utf8').trim().split('\n').slice(1)
    expect(kept).toEqual(['a（示例）.csv,,made-up,', 'b.csv,,made-up,'])
    const bytes = Uint8Array.from(readFileSync(join(to, 'readings/2022-10.parquet'))).buffer
    const file = await openReadings({ byteLength: bytes.byteLength, slice: (first, end) => bytes.slice(first, end) })
    expect([...(await file.read({ parameters: ['tsp'] })).series.tsp!.values]).toEqual([92])
  })
})

describe('times of raw files', () => {
  it('are parsed as in the app', async () => {
    const texts = [
      ...[
        '2022-10-01 08:15',
        '2022/10/1 8:15:00',
        '2022年10月1日8时15分',
        '2022-10-01T08:15:00+08:00',
        '2022-10-01T08:15:00Z',
      ],
      ...[
        '20221001081500',
        '2022100108',
        '202210010815',
        '44835.34375',
        '44835',
        '2022-02-30 08:00',
        '2022-10-01 24:00',
      ],
      ...['2022-10-01 24:01', '2022-10-01 08:61', '2022-10-01', '8 October', '', '12345', '99999'],
    ]
    const connection = await (await DuckDBInstance.create()).connect()
    await connection.run(sqlOf('clock'))
    await connection.run('create table times(place integer, t varchar)')
    for (const [i, text] of texts.entries()) await connection.run(`insert into times values (${i}, '${text}')`)
    const query = sqlOf('stage', {
      ...{ source: '(select * from times order by place)', time: 't', device: "'a'", values: 'place', file: "'f'" },
      ...{ columns: 'place', unread: "''" },
    })
    const rows = (await connection.runAndReadAll(`select minute from (${query}) order by place`)).getRowsJS()
    expect(rows.map(([of], i) => [texts[i], of])).toEqual(texts.map((text) => [text, minuteOf(text)]))
  })
})
