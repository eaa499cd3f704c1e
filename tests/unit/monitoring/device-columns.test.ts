import { utils, write as writeBook } from '@e965/xlsx'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { deviceHeading, parameterAbout } from '@/domain/monitoring/device-heading'
import { PARAMETERS } from '@/domain/monitoring/parameter'
import { type Readings, sortReadings } from '@/domain/monitoring/readings'
import { missingExportColumns } from '@/io/readings/missing-export-columns'
import { readExport } from '@/io/readings/read-export'
import { ruleWith } from '../../fixtures/readings'

const read = async (name: string, content: string | Uint8Array<ArrayBuffer>, said = {}) =>
  readExport(new File([content], name), () => undefined, said, ruleWith())
const csv = (rows: readonly (readonly (string | number)[])[]) => rows.map((row) => row.join(',')).join('\n')
const hours = (count: number, ...values: readonly number[]) =>
  Array.from({ length: count }, (_, hour) => [`2026-11-01 ${String(hour).padStart(2, '0')}:00`, ...values])

/** Rows by device and minute, each value with its flag. */
const listed = (readings: Readings) => {
  const { devices, device, minute, series } = sortReadings(readings).readings
  return Array.from(minute, (at, row) => [
    ...[devices[device[row]!]!, at],
    Object.fromEntries(
      PARAMETERS.flatMap((each) => {
        const value = series[each]?.values[row] ?? Number.NaN
        return Number.isNaN(value) ? [] : [[each, Math.round(value * 1000) / 1000]]
      }),
    ),
  ]).sort((a, b) => (`${a[0]}` < `${b[0]}` ? -1 : `${a[0]}` > `${b[0]}` ? 1 : Number(a[1]) - Number(b[1])))
}

describe('the heading of a device’s column', () => {
  it.each([
    ['滨河工地_PM10', '滨河工地', 'pm10', null],
    ['滨河工地PM10(μg/m³)', '滨河工地', 'pm10', 'µg/m³'],
    ['滨河工地（PM2.5）', '滨河工地', 'pm25', null],
    ['PM10-滨河工地', '滨河工地', 'pm10', null],
    ['PM10(滨河工地)', '滨河工地', 'pm10', null],
    ['TSP mg/m³ 滨河', '滨河', 'tsp', 'mg/m³'],
    ['滨河工地/PM10（μg/m³）', '滨河工地', 'pm10', 'µg/m³'],
    ['PM2.5浓度/滨河工地(东门)', '滨河工地(东门)', 'pm25', null],
    ['3#搅拌站噪声(dB)', '3#搅拌站', 'noise', 'dB'],
    ['YC001PM10', 'YC001', 'pm10', null],
    ['YC-001', 'YC-001', null, null],
    ['LA-01', 'LA-01', null, null],
    ['滨河工地(μg/m3)', '滨河工地', null, 'µg/m³'],
    ['滨河工地总悬浮颗粒物(TSP)', '滨河工地', 'tsp', null],
  ])('%s is read as %s', (heading, device, parameter, unit) => {
    expect(deviceHeading(heading)).toEqual({ device, parameter, unit })
  })

  it.each(['', 'PM10(μg/m³)', 'PM10 2', '平均', '最大值', '序号', 'AQI', '全市平均'])('%s has no device', (heading) => {
    expect(deviceHeading(heading)).toBeNull()
  })

  it('has the parameter in the nearest text around it that names one', () => {
    expect(parameterAbout(['小时数据', '2026年11月PM10小时值'])).toBe('pm10')
    expect(parameterAbout(['PM10和PM2.5小时值', '噪声'])).toBeNull()
    expect(parameterAbout(['扬尘在线监测小时数据'])).toBeNull()
    expect(parameterAbout(['可吸入颗粒物'])).toBe('pm10')
    expect(parameterAbout(['细颗粒物'])).toBe('pm25')
  })
})

describe('a table with a column per device', () => {
  it('can have device and parameter in one heading, with the device in brackets', async () => {
    const answer = await read(
      '导出.csv',
      csv([['时间', 'PM10(东门)', 'PM10(西门)', 'PM10(日均值)'], ...hours(24, 80, 90, 85)]),
    )
    expect([answer!.readings.devices, answer!.byHeading!.aside]).toEqual([['东门', '西门'], ['PM10(日均值)']])
  })

  it('has values that rise by one from row to row, although row numbers do, where headings name the parameter', async () => {
    const rows = [0, 1, 2].map((at) => [`2026-11-01 0${at}:00`, 56 + at, '', at + 1])
    const answer = await read('导出.csv', csv([['时间', '噪声(dB)-东门', '噪声(dB)-西门', '行'], ...rows]))
    expect(listed(answer!.readings).map(([, , values]) => values)).toEqual([
      { noise: 56 },
      { noise: 57 },
      { noise: 58 },
    ])
    expect(answer!.byHeading!.aside).toEqual([])
  })

  it('is read as the user says, otherwise the missing column is reported', async () => {
    const rows = [['时间', '甲'], ...hours(4, 80)]
    expect(await read('a.csv', csv(rows))).toBeNull()
    const said = await read('a.csv', csv(rows), { isReadings: true })
    expect([said!.readings.devices, said!.byHeading]).toEqual([['甲'], { isGuess: false, parameter: null, aside: [] }])
    const lacks = async (rows: readonly (readonly (string | number)[])[], sort: 'readings' | 'tracks' = 'readings') =>
      missingExportColumns(new File([csv(rows)], 'a.csv'), sort, undefined)
    expect(
      await lacks([
        ['名称', '数量'],
        ['甲', 3],
        ['乙', 4],
      ]),
    ).toEqual(['time'])
    expect(
      await lacks([
        ['名称', '说明'],
        ['甲', '好'],
        ['乙', '坏'],
      ]),
    ).toEqual(['time', 'value'])
    expect(await lacks([['时间', '说明'], ...hours(4).map(([time]) => [time!, '好'])])).toEqual(['value'])
    expect(
      await lacks([['时间', '名', '数值'], ...['甲', '乙', '丙'].map((name) => ['2026-11-01 08:00', name, 5])]),
    ).toEqual(['device'])
    expect(
      await lacks(
        [
          ['车牌号', '时间', '经度'],
          ['陕A1', '2026-11-01 08:00', 108.7],
        ],
        'tracks',
      ),
    ).toEqual(['lat'])
    expect(await missingExportColumns(new File(['%PDF'], 'a.pdf'), 'tracks', undefined)).toEqual(['time', 'lon', 'lat'])
  })

  it('reports which rows of which device repeat an earlier one', async () => {
    const row = (hour: number, device: string, value: number) => [device, `2026-11-01 0${hour}:00`, value]
    const rows = [
      row(0, 'A', 1),
      row(1, 'A', 1),
      row(2, 'A', 1),
      row(0, 'A', 2),
      row(1, 'A', 2),
      row(0, 'B', 1),
      row(2, 'A', 3),
    ]
    const wide = await read('a.csv', csv([['设备编号', '监测时间', 'TSP'], ...rows]))
    const repeated = [
      {
        device: 'A',
        rows: 3,
        spans: [
          { from: 5, until: 6 },
          { from: 8, until: 8 },
        ],
        more: 0,
      },
    ]
    expect(wide!.repeated).toEqual(repeated)
    const long = rows.map(([device, time, value]) => [device!, time!, 'TSP', value!])
    expect((await read('a.csv', csv([['设备编号', '监测时间', '监测因子', '数值'], ...long])))!.repeated).toEqual(
      repeated,
    )
    const twice = [['时间', 'A1号_PM10', 'A2号_PM10'], ...hours(3, 80, 90), ...hours(1, 81, 91)]
    expect((await read('a.csv', csv(twice)))!.repeated.map(({ device, spans }) => [device, spans])).toEqual(
      ['A1号', 'A2号'].map((device) => [device, [{ from: 5, until: 5 }]]),
    )
  })

  const devices = [['时间', 'YC-001', '滨河工地', '全市平均'], ...hours(24, 80, 95.5, 88)]

  it('has the parameter in its title, sheet or file name, and the unit of the title', async () => {
    const titled = await read('导出.csv', csv([['秦都区PM10小时值（μg/m³）'], ...devices]))
    const named = await read('PM10小时值.csv', csv(devices))
    const bytes = await writeXlsx({ sheets: [{ name: 'PM10', rows: devices as (string | number)[][] }] })
    const sheet = await read('导出.xlsx', new Uint8Array(bytes))
    for (const answer of [titled, named, sheet]) {
      expect(answer!.readings.devices).toEqual(['YC-001', '滨河工地'])
      expect(answer!.byHeading).toEqual({ isGuess: false, aside: ['全市平均'] })
      expect(listed(answer!.readings).length).toBe(48)
      expect(listed(answer!.readings)[24]![2]).toEqual({ pm10: 95.5 })
    }
    expect(titled!.units).toMatchObject([{ parameter: 'pm10', unit: 'µg/m³', by: 'stated' }])
  })

  it.each([
    ['TSP小时数据（mg/m³）', 1],
    ['TSP小时数据（mg/m³）', 3],
    ['12月各站点TSP浓度（mg/m³）', 3],
    ['建筑工地TSP监测小时均值统计表（mg/m³）', 3],
  ])('does not take a title for a part of the devices’ numbers: %s over %i columns', async (title, span) => {
    const rows = [[title, '', ''], ['时间', '61040200003', '61040200004'], ...hours(24, 0.13, 0.14)]
    const book = utils.book_new()
    const table = utils.aoa_to_sheet(rows)
    table['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: span - 1 } }]
    utils.book_append_sheet(book, table, 'Sheet1')
    const answer = await read('导出.xlsx', new Uint8Array(writeBook(book, { type: 'array', bookType: 'xlsx' })))
    expect(answer!.readings.devices).toEqual(['61040200003', '61040200004'])
    expect(answer!.units).toMatchObject([{ parameter: 'tsp', unit: 'mg/m³', by: 'stated' }])
    expect(listed(answer!.readings)[0]![2]).toEqual({ tsp: 0.13 })
  })

  it('asks for the parameter if nothing names one, and uses the user’s answer', async () => {
    const asked = await read('导出.csv', csv(devices))
    expect(asked!.byHeading).toEqual({ isGuess: false, parameter: null, aside: ['全市平均'] })
    expect([asked!.units, Object.keys(asked!.readings.series), asked!.readings.minute.length]).toEqual([[], [], 48])
    const said = await read('导出.csv', csv(devices), { parameter: 'noise' })
    expect(said!.byHeading).toMatchObject({ parameter: 'noise' })
    expect(listed(said!.readings)[0]![2]).toEqual({ noise: 80 })
  })

  it('is a guess if only its cells suggest it, and is not read if they contain something else', async () => {
    const guess = await read('a.csv', csv([['时间', '甲', '乙'], ...hours(24, 80, 90)]))
    expect(guess!.byHeading).toMatchObject({ isGuess: true, parameter: null })
    const row = hours(24, 80, 90)
    for (const rows of [
      [['时间', '甲'], ...hours(24, 80)],
      [['时间', '街道', '问题数', '扣分'], ...row.map(([time, ...of]) => [time!, '渭阳', ...of])],
      [['时间', '甲', '乙'], ...hours(24, 80, 900_000)],
      [['时间', '经度', '纬度'], ...hours(24, 108.7, 34.3)],
      [['日期', '甲', '乙'], ...Array.from({ length: 9 }, (_, day) => [`2026-11-0${day + 1}`, 80, 90])],
      [
        ['时间', '甲', '乙'],
        ...[3, 17, 44].map((minute) => [`2026-11-01 00:${String(minute).padStart(2, '0')}`, 5, 6]),
      ],
    ])
      expect(await read('a.csv', csv(rows))).toBeNull()
  })

  it('with two heading rows, devices above parameters or the reverse, is read by both', async () => {
    const values = hours(24, 80, 40, 90, 45)
    const over = [
      ['监测时间', '滨河工地', '', 'YC-002', ''],
      ['', 'PM10(μg/m³)', 'PM2.5(μg/m³)', 'PM10(μg/m³)', 'PM2.5(μg/m³)'],
      ...values,
    ]
    const under = [
      ['监测时间', 'PM10(μg/m³)', '', 'PM2.5(μg/m³)', ''],
      ['', '滨河工地', 'YC-002', '滨河工地', 'YC-002'],
      ...hours(24, 80, 90, 40, 45),
    ]
    const withUnits = [
      ['时间', '滨河工地', '', 'YC-002', ''],
      ['', 'PM10', 'PM2.5', 'PM10', 'PM2.5'],
      ['', 'μg/m³', 'μg/m³', 'μg/m³', 'μg/m³'],
      ...values,
    ]
    for (const rows of [over, under, withUnits]) {
      const answer = await read('导出.csv', csv([['某区扬尘在线监测小时数据'], ...rows]))
      expect([answer!.unread.count, answer!.byHeading]).toEqual([0, { isGuess: false, aside: [] }])
      expect(listed(answer!.readings).filter(([, minute]) => minute === answer!.readings.minute[0])).toMatchObject([
        ['YC-002', expect.anything(), { pm10: 90, pm25: 45 }],
        ['滨河工地', expect.anything(), { pm10: 80, pm25: 40 }],
      ])
      expect(answer!.units.map(({ stated }) => stated)).toEqual(['µg/m³', 'µg/m³'])
    }
  })

  it('with one parameter and its devices in the first row is not the table of one device', async () => {
    const rows = [['时间', 'PM10(μg/m³)', '', ''], ['', '甲', '乙', '丙'], ...hours(24, 80, 90, 70)]
    const answer = await read('导出.csv', csv(rows))
    expect(answer!.readings.devices).toEqual(['甲', '乙', '丙'])
    expect(listed(answer!.readings)[0]![2]).toEqual({ pm10: 70 })
  })

  it('is read from a workbook with native dates, whatever their heading', async () => {
    const dates = Array.from({ length: 24 }, (_, hour) => [
      new Date(Date.UTC(2026, 10, 1, hour)),
      80 + ((hour * 7) % 13),
      90,
    ])
    for (const head of [
      [['', '甲工地', '乙工地']],
      [['PM10小时均值'], ['时刻表', '甲工地', '乙工地']],
      [
        ['时段', '甲工地', '乙工地'],
        ['', 'PM10', 'PM10'],
      ],
    ]) {
      const bytes = await writeXlsx({ sheets: [{ name: '1', rows: [...head, ...dates] }] })
      const answer = await read('导出.xlsx', new Uint8Array(bytes))
      expect([answer?.readings.devices, answer?.readings.minute.length]).toEqual([['甲工地', '乙工地'], 48])
    }
  })

  it('takes words above parameters as a title if a column has the devices', async () => {
    const rows = [
      ['设备编号', '监测时间', '监测数据', ''],
      ['', '', 'PM10', 'PM2.5'],
      ['YC-1', '2026-11-01 01:00', 80, 40],
    ]
    const answer = await read('导出.csv', csv(rows))
    expect(listed(answer!.readings)).toMatchObject([['YC-1', expect.anything(), { pm10: 80, pm25: 40 }]])
  })

  it('has no reading for an empty cell, keeps flags written as words, and reports texts by column', async () => {
    const rows = [['时间', 'A1号_PM10', 'A2号_PM10'], ...hours(24, 80, 90)]
    rows[1]![1] = ''
    rows[2]![1] = '离线'
    rows[3]![2] = '见备注'
    const answer = await read('a.csv', csv(rows))
    expect(answer!.readings.minute.length).toBe(46)
    expect(answer!.readings.series.pm10!.flags.filter((each) => each > 0).length).toBe(1)
    expect(answer!.unread.named).toMatchObject([
      { device: 'A2号', column: 'A2号_PM10', why: 'number', seen: ['见备注'], spans: [{ from: 4, until: 4 }] },
    ])
  })

  it('has the same readings as a table with a row per value', async () => {
    const name = fc.constantFrom('YC-001', 'YC-002', '滨河路三标', '610400000123', '3#搅拌站', 'A 区工地')
    const value = fc.option(fc.integer({ min: 1, max: 900 }), { nil: null, freq: 4 })
    const table = fc
      .tuple(
        fc.uniqueArray(name, { minLength: 2, maxLength: 5 }),
        fc.uniqueArray(fc.constantFrom('PM10', 'PM2.5', '噪声', 'TSP'), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('rows', 'suffix', 'prefix'),
      )
      .chain(([devices, parameters, form]) =>
        fc.record({
          ...{ devices: fc.constant(devices), parameters: fc.constant(parameters), form: fc.constant(form) },
          values: fc.array(
            fc.array(value, {
              minLength: devices.length * parameters.length,
              maxLength: devices.length * parameters.length,
            }),
            { minLength: 3, maxLength: 12 },
          ),
        }),
      )
    const unitOf = (parameter: string) => (parameter === '噪声' ? '(dB)' : '(μg/m³)')
    await fc.assert(
      fc.asyncProperty(table, async ({ devices, parameters, form, values }) => {
        const columns = devices.flatMap((device) => parameters.map((parameter) => ({ device, parameter })))
        const time = (hour: number) => `2026-11-01 ${String(hour).padStart(2, '0')}:00`
        const headings = {
          suffix: [['时间', ...columns.map(({ device, parameter }) => `${device}_${parameter}${unitOf(parameter)}`)]],
          prefix: [['时间', ...columns.map(({ device, parameter }) => `${parameter}${unitOf(parameter)}-${device}`)]],
          rows: [
            ['时间', ...columns.map(({ device }, at) => (at % parameters.length === 0 ? device : ''))],
            ['', ...columns.map(({ parameter }) => parameter + unitOf(parameter))],
          ],
        }[form]!
        const wide = [...headings, ...values.map((row, hour) => [time(hour), ...row.map((each) => each ?? '')])]
        const long = [
          ['设备编号', '监测时间', '监测因子', '数值', '单位'],
          ...values.flatMap((row, hour) =>
            row.flatMap((each, at) => {
              const { device, parameter } = columns[at]!
              return each === null ? [] : [[device, time(hour), parameter, each, unitOf(parameter).slice(1, -1)]]
            }),
          ),
        ]
        const some = values.every((row) => row.every((each) => each === null))
        fc.pre(!some)
        const [one, other] = await Promise.all([read('甲.csv', csv(wide)), read('乙.csv', csv(long))])
        expect(listed(one!.readings)).toEqual(listed(other!.readings))
      }),
      { numRuns: 60 },
    )
  })
})

it('the positions of a truck are not readings, although they are numbers at five-minute intervals', async () => {
  const rows = hours(24).map(([at], nth) => [at!, 108.7 + nth / 1000, 34.3, nth === 0 ? 0 : 30, 90])
  expect(await read('陕A12345.csv', csv([['时间', '经度', '纬度', '速度', '方向'], ...rows]))).toBeNull()
  expect(await read('某路.csv', csv([['时间', '东门', '西门'], ...hours(24, 80, 90)]))).not.toBeNull()
})

it('a workbook whose texts are stored in the cells is examined too', async () => {
  const sheet = utils.aoa_to_sheet([
    ['设备编号', '数据时间', 'TSP(µg/m³)', '备注'],
    ...hours(24, 80).map(([at, value]) => ['GD2022-0001', at, value, '']),
  ])
  const book = utils.book_new(sheet, '数据')
  const bytes = writeBook(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer
  expect((await read('导出.xlsx', new Uint8Array(bytes)))?.readings.devices).toEqual(['GD2022-0001'])
})
