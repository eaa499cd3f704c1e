import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { crcOf } from '@/domain/monitoring/hj212'
import { PARAMETERS, UNKNOWN_FLAG } from '@/domain/monitoring/parameter'
import type { Readings } from '@/domain/monitoring/readings'
import { readExport } from '@/io/readings/read-export'
import { encodeGb18030 } from '../../fixtures/encode-gb18030'
import { monitorCsv } from '../../fixtures/monitor-export'
import { ruleWith } from '../../fixtures/readings'

const read = (name: string, content: string | Uint8Array<ArrayBuffer>) =>
  readExport(new File([content], name), () => undefined, {}, ruleWith())

const listed = ({ devices, device, minute, series }: Readings) =>
  Array.from(minute, (at, row) => [
    devices[device[row]!],
    new Date(at * 60_000).toISOString().slice(0, 16),
    Object.fromEntries(
      PARAMETERS.flatMap((each) => {
        const value = series[each]?.values[row] ?? Number.NaN
        return Number.isNaN(value) ? [] : [[each, [Math.round(value * 1000) / 1000, series[each]!.flags[row]]]]
      }),
    ),
  ])

const packet = (cn: string, figure: string, value: number, time = '20220601001500', device = 'YC-1') => {
  const text = `QN=20220601001501000;ST=22;CN=${cn};PW=1;MN=${device};Flag=5;CP=&&DataTime=${time};a34001-${figure}=${value},a34001-Flag=N&&`
  return `##${String(text.length).padStart(4, '0')}${text}${crcOf(text).toString(16).padStart(4, '0')}`
}

const quarters = ['00', '15', '30', '45']

describe('an export of monitors', () => {
  it('is read with several devices in a file, with times in Asia/Shanghai', async () => {
    const answer = await read('导出.csv', monitorCsv(['YC-1', 'YC-2'], '2022-06-01 00:00', 40))
    const rows = listed(answer!.readings)
    expect([rows.length, answer!.unread.count]).toEqual([80, 0])
    // By device, then by time, though the file has them by time.
    expect(rows[40]).toEqual([
      'YC-2',
      '2022-05-31T16:00',
      {
        ...{ tsp: [111, 0], pm10: [67, 0], pm25: [33, 0], noise: [55, 0], temperature: [12, 0] },
        ...{ humidity: [40, 0], 'wind-speed': [1, 0], 'wind-direction': [0, 0], pressure: [960, 0] },
      },
    ])
    expect(answer!.units.map(({ parameter, unit, by }) => [parameter, unit, by])).toContainEqual([
      'pressure',
      'hPa',
      'stated',
    ])
    expect(answer!.units[0]).toMatchObject({ parameter: 'tsp', unit: 'µg/m³', by: 'stated', factor: 1 })
  })

  it('is recognised with a single time for hundreds of devices, even at midnight', async () => {
    const devices = Array.from({ length: 420 }, (_, i) => `YC-${i}`)
    expect((await read('a.csv', monitorCsv(devices, '2022-06-01 00:00', 1)))!.readings.minute.length).toBe(420)
  })

  it('states the end of the hour only in the heading of its times', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => `2022-06-01 ${String(i % 24).padStart(2, '0')}:00,1${i},3${i}`)
    const stampIn = async (head: string) => (await read('甲.csv', `${head}\n${lines.join('\n')}`))!.times[0]!.stamp
    expect(await stampIn('时间,TSP(µg/m³),PM10(小时结束时取值)')).toBeNull()
    expect(await stampIn('时间（小时结束）,TSP(µg/m³),PM10')).toBe('end')
  })

  it('may give its humidity as percentages, as text or as cells of a workbook', async () => {
    const hours = Array.from({ length: 30 }, (_, i) => `2022-06-${1 + Math.floor(i / 24)} ${i % 24}:00`)
    const csv = `时间,TSP(µg/m³),湿度\n${hours.map((time) => `${time},110,65%`).join('\n')}`
    const head = ['时间', 'TSP(µg/m³)', '湿度']
    const rows = [head, ...hours.map((time) => [time, 110, 0.65])]
    const styled = hours.map((_, i) => [`${i + 1},2`, { value: 0.65, style: { numFmt: '0%' } }] as const)
    const book = await writeXlsx({ sheets: [{ name: '表', rows, cells: new Map(styled) }] })
    for (const answer of [await read('甲.csv', csv), await read('甲.xlsx', book as Uint8Array<ArrayBuffer>)])
      expect(listed(answer!.readings)[29]![2]).toEqual({ tsp: [110, 0], humidity: [65, 0] })
  })

  it('in GBK without a column of devices belongs to the device in the file name', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => `2022/6/1 ${i % 24}:05,0.1${i % 10},东北风,正常`)
    const answer = await read('秦都一号.csv', encodeGb18030(`时间,TSP,风向,TSP状态\n${lines.join('\n')}`))
    expect(listed(answer!.readings)[0]).toEqual([
      '秦都一号',
      '2022-05-31T16:05',
      { tsp: [0.1, 0], 'wind-direction': [45, 0] },
    ])
    expect(answer!.units[0]).toMatchObject({ parameter: 'tsp', unit: 'mg/m³', by: 'values', factor: 1000 })
  })

  it('reports row and column of unreadable cells, and reads the rest', async () => {
    const answer = await read(
      'a.csv',
      '设备编号,监测时间,TSP,PM10,TSP标识\nYC-1,2022-06-01 00:00,100,x,N\nYC-1,昨天,100,60,N\n,2022-06-01 00:30,9,9,N\nYC-1,2022-06-01 00:45,--,0.5(D),坏\nYC-1,2022-06-01 01:00,0.2,,坏\n',
    )
    const of = { file: 'a.csv', device: null, more: 0 }
    const at = (from: number, until = from) => ({ rows: until - from + 1, spans: [{ from, until }] })
    expect(answer!.unread.named).toEqual([
      { ...of, ...at(2), device: 'YC-1', column: 'PM10', why: 'number', seen: ['x'] },
      { ...of, ...at(3), column: '监测时间', why: 'time', seen: ['昨天'] },
      { ...of, ...at(4), column: null, why: 'device', seen: [] },
      { ...of, ...at(5, 6), device: 'YC-1', column: 'TSP标识', why: 'flag', seen: ['坏'] },
    ])
    expect(answer!.unread.count).toBe(5)
    expect(listed(answer!.readings)).toEqual([
      ['YC-1', '2022-05-31T16:00', { tsp: [100, 0] }],
      ['YC-1', '2022-05-31T16:45', { pm10: [0.5, 4] }],
      ['YC-1', '2022-05-31T17:00', { tsp: [0.2, UNKNOWN_FLAG] }],
    ])
  })

  it('reports what is used as the device if no column has one', async () => {
    const rows = '监测时间,TSP\n2022-06-01 00:00,100\n2022-06-01 00:15,100\n'
    expect((await read('一号.csv', rows))!.asDevices).toEqual(['一号'])
    const named = await read(
      '一号.csv',
      rows.replace('监测时间,TSP', '监测时间,TSP,监测站点').replaceAll(',100', ',100,秦都'),
    )
    expect([named!.asDevices, named!.readings.devices]).toEqual([[], ['秦都']])
  })

  it('with one value per row becomes one reading per device and minute, in the unit of the first row', async () => {
    const answer = await read(
      'long.csv',
      '设备编号,监测时间,监测因子,数值,单位,数据标识\nYC-1,2022-06-01 00:00,TSP,0.2,mg/m³,N\nYC-1,2022-06-01 00:00,a34002,80,ug/m3,D\nYC-2,2022-06-01 00:00,TSP,150,μg/m3,N\nYC-1,2022-06-01 00:15,臭氧,1,,N\n',
    )
    expect(listed(answer!.readings)).toEqual([
      ['YC-1', '2022-05-31T16:00', { tsp: [0.2, 0], pm10: [80, 4] }],
      ['YC-2', '2022-05-31T16:00', { tsp: [0.15, 0] }],
    ])
    expect(answer!.unread.named).toMatchObject([
      { device: 'YC-1', column: '监测因子', why: 'parameter', seen: ['臭氧'], spans: [{ from: 5 }] },
    ])
  })

  it('with one value per row takes no device from the column of parameters', async () => {
    const answer = await read(
      '一号.csv',
      '监测时间,项目名称,监测值\n2022-06-01 08:00,TSP,0.1\n2022-06-01 08:00,PM10,0.2\n2022-06-01 09:00,TSP,0.1\n',
    )
    expect(listed(answer!.readings)).toEqual([
      ['一号', '2022-06-01T00:00', { tsp: [0.1, 0], pm10: [0.2, 0] }],
      ['一号', '2022-06-01T01:00', { tsp: [0.1, 0] }],
    ])
  })

  it('of HJ 212 packets becomes one reading per device and minute, with means before instantaneous values', async () => {
    const minutes = quarters.map((minute) => packet('2051', 'Avg', 0.2, `2022060100${minute}00`))
    const lines = [...minutes, packet('2011', 'Rtd', 0.9), packet('2061', 'Avg', 5), '##0010broken']
    const answer = await read('收包.txt', lines.join('\r\n'))
    expect(listed(answer!.readings)).toEqual(
      quarters.map((minute) => ['YC-1', `2022-05-31T16:${minute}`, { tsp: [0.2, 0] }]),
    )
    expect(answer!.unread.named).toMatchObject([
      { why: 'length', spans: [{ from: 7 }] },
      { column: 'CN=2061', why: 'finer', seen: ['YC-1'], spans: [{ from: 6 }] },
    ])
  })

  it('of HJ 212 packets of hours has these, at the end of the hour if that is how times are stored', async () => {
    const lines = [
      ...[0, 1, 2].map((hour) => packet('2061', 'Avg', 0.1 + hour, `202206010${hour}0000`)),
      ...quarters.map((minute) => packet('2051', 'Avg', 0.2, `2022060100${minute}00`, 'YC-2')),
      packet('2061', 'Avg', 5, '20220601000000', 'YC-2'),
    ]
    const as = (stamp?: 'begin' | 'end') =>
      readExport(new File([lines.join('\n')], '收包.txt'), () => undefined, {}, ruleWith(stamp))
    const begins = (await as())!
    expect(listed(begins.readings)).toEqual([
      ['YC-1', '2022-05-31T16:00', { tsp: [0.1, 0] }],
      ['YC-1', '2022-05-31T17:00', { tsp: [1.1, 0] }],
      ['YC-1', '2022-05-31T18:00', { tsp: [2.1, 0] }],
      ...quarters.map((minute) => ['YC-2', `2022-05-31T16:${minute}`, { tsp: [0.2, 0] }]),
    ])
    expect(begins.unread.named).toMatchObject([{ why: 'finer', seen: ['YC-2'], rows: 1 }])
    expect(listed((await as('end'))!.readings)[0]![1]).toBe('2022-05-31T17:00')
  })

  it('of HJ 212 packets that hold no readings tells by command what was there', async () => {
    const lines = [packet('2031', 'Avg', 1), packet('2031', 'Avg', 1), packet('2021', 'RS', 1)]
    const answer = (await read('收包.txt', lines.join('\n')))!
    expect([answer.readings.minute.length, answer.unread.count]).toEqual([0, 3])
    expect(answer.unread.named).toMatchObject([
      { column: 'CN=2031', why: 'daily', rows: 2 },
      { column: 'CN=2021', why: 'command', rows: 1 },
    ])
  })

  it('is read from a workbook, each sheet for the device in its name, in the unit of the first', async () => {
    const rows = [
      ['监测时间', 'TSP(mg/m3)'],
      ['2022-06-01 00:00', 0.1],
      ['2022-06-01 00:15', 0.2],
    ]
    const inMicrograms = [
      ['监测时间', 'TSP(μg/m3)'],
      ...rows.slice(1).map(([time, value]) => [time!, Number(value) * 1000]),
    ]
    const bytes = await writeXlsx({
      sheets: [
        { name: '一号', rows },
        { name: '二号', rows: inMicrograms },
      ],
    })
    const answer = await read('六月.xlsx', new Uint8Array(bytes))
    expect(listed(answer!.readings).map(([device, , values]) => [device, values])).toEqual([
      ['一号', { tsp: [0.1, 0] }],
      ['一号', { tsp: [0.2, 0] }],
      ['二号', { tsp: [0.1, 0] }],
      ['二号', { tsp: [0.2, 0] }],
    ])
  })

  it('does not apply a sheet’s unit to another sheet without one', async () => {
    const row = (value: number) => ['2022-06-01 00:00', value, 50]
    const bytes = await writeXlsx({
      sheets: [
        { name: '一号', rows: [['监测时间', 'TSP(mg/m3)', '噪声(dB)'], row(0.1)] },
        { name: '二号', rows: [['监测时间', 'TSP', '噪声'], row(100)] },
      ],
    })
    const answer = await read('六月.xlsx', new Uint8Array(bytes))
    expect(listed(answer!.readings).map(([device, , values]) => [device, values])).toEqual([
      ['一号', { tsp: [0.1, 0], noise: [50, 0] }],
      ['二号', { noise: [50, 0] }],
    ])
    expect(answer!.unread.named).toMatchObject([
      { device: '二号', column: 'TSP', why: 'unit', seen: ['100'], spans: [{ from: 2 }] },
    ])
  })

  it.each([
    ['工地.csv', '工程名称,建设单位,TSP在线监测,联网时间\n一号工地,甲公司,是,2022-06-01\n'],
    ['降尘.csv', '点位,采样时间,降尘量\n秦都,2022-06-01,5.1\n'],
    ['月均.csv', '点位,时间,PM10\n秦都,2022-06-01,80\n秦都,2022-06-02,90\n'],
    ['note.txt', '会议纪要\n第一条'],
  ])('is not recognised in %s', async (name, text) => {
    expect(await read(name, text)).toBeNull()
  })
})
