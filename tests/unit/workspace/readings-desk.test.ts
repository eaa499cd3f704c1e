import { describe, expect, it } from 'vitest'
import { readExport } from '@/io/readings/read-export'
import { isUnitOpen } from '@/workspace/import/unit-lines'
import { decidedNames, decidedReadings, reviewOf } from '@/workspace/readings/readings-desk'
import { monitorCsv } from '../../fixtures/monitor-export'
import { ruleWith } from '../../fixtures/readings'

const NOW = Date.UTC(2022, 5, 8) / 60_000
let lastId = 0
const read = async (name: string, text: string) => ({
  ...(await readExport(new File([text], name), () => undefined, {}, ruleWith()))!,
  id: ++lastId,
})
const UNDECIDED = { units: {}, devices: {}, wrongTimes: null } as const

describe('the review of readings before saving', () => {
  it('reports devices, intervals, gaps and duplicates', async () => {
    const whole = monitorCsv(['YC-1', 'YC-2'], '2022-06-01 00:00', 96)
    const lines = whole.split('\n')
    // Removes an hour of the second device, and repeats the first row.
    const gap = lines.filter((line) => !/^YC-2,2022-06-01 05:/.test(line))
    const review = reviewOf([await read('a.csv', [...gap.slice(0, -1), lines[1]].join('\n'))], NOW)
    expect(review).toMatchObject({ rows: 188, replaced: 1, months: ['2022-06'], wrongTimes: null, unread: [] })
    expect(review.devices).toMatchObject([
      { code: 'YC-1', rows: 96, interval: 15, missing: 0, longestGap: 0 },
      { code: 'YC-2', rows: 92, interval: 15, missing: 4, longestGap: 60, gapCount: 1 },
    ])
    expect(review.repeated).toMatchObject({
      ...{ rows: 1, devices: 1 },
      listed: [{ file: 'a.csv', device: 'YC-1', rows: 1 }],
    })
    // Between 03:00 and 06:00 two hours are missing.
    const hourly = [0, 1, 2, 3, 6, 7].map((hour) => `YC-1,2022-06-01 0${hour}:00,80`)
    const [device] = reviewOf([await read('b.csv', ['设备编号,监测时间,TSP', ...hourly].join('\n'))], NOW).devices
    const minute = (hour: number) => Date.UTC(2022, 4, 31, 16 + hour) / 60_000
    expect(device).toMatchObject({
      ...{ missing: 2, longestGap: 120 },
      gaps: [{ from: minute(4), until: minute(5), missing: 2 }],
    })
  })

  it('never puts an illustrative reading in place of a real one, or in its gap', async () => {
    const real = monitorCsv(['YC-1'], '2022-06-01 00:00', 96).split('\n')
    const gap = real.filter((line) => !/^YC-1,2022-06-01 05:/.test(line)).join('\n')
    const made = monitorCsv(['YC-1', 'YC-2'], '2022-06-01 00:00', 96)
    const review = reviewOf([await read('a.csv', gap), await read('b（示例）.csv', made)], NOW)
    expect(review).toMatchObject({ rows: 92 + 2 * 96, replaced: 0, months: ['2022-06'] })
    expect(review.devices).toMatchObject([
      { code: 'YC-1', rows: 188, missing: 4 },
      { code: 'YC-2', rows: 96, missing: 0 },
    ])
  })

  it('counts no gap between the days of a file and single corrected or late rows of earlier days', async () => {
    const week = monitorCsv(['YC-1', 'YC-2', 'YC-3'], '2022-06-01 00:00', 4 * 96)
    const late = ['YC-1,2022-05-20 12:00', ...[0, 15, 30].map((at) => `YC-2,2022-05-24 03:${at}`)]
    const values = week.split('\n')[1]!.split(',').slice(2).join(',')
    const lines = [
      ...week.split('\n').filter((line) => !/^YC-3,2022-06-02 05:/.test(line)),
      ...late.map((row) => `${row},${values}`),
    ]
    const { devices } = reviewOf([await read('第二周.csv', lines.join('\n'))], NOW)
    expect(devices).toMatchObject([
      { code: 'YC-1', rows: 4 * 96 + 1, missing: 0, longestGap: 0 },
      { code: 'YC-2', rows: 4 * 96 + 3, missing: 0, longestGap: 0 },
      { code: 'YC-3', rows: 4 * 96 - 4, missing: 4, longestGap: 60, gapCount: 1 },
    ])
  })

  it('counts the part of a day with which a file begins or ends, as it follows the whole days of most devices', async () => {
    // From 18:00 of one day to 06:00 of the fourth day after it; the last device stops with the whole days.
    const all = monitorCsv(['YC-1', 'YC-2', 'YC-3'], '2022-06-01 18:00', 24 + 3 * 96 + 24).split('\n')
    const lines = all.filter((line) => !/^YC-3,2022-06-05/.test(line) && !/^YC-2,2022-06-01/.test(line))
    const gapsOf = async (text: readonly string[]) =>
      reviewOf([await read('早上导出.csv', text.join('\n'))], NOW).devices.map(({ missing, gapCount }) => [
        missing,
        gapCount,
      ])
    expect(await gapsOf(lines)).toEqual([
      [0, 0],
      [24, 1],
      [24, 1],
    ])
    // A single late row opens no gap, neither of the other devices, nor back from the whole days of its own.
    const whole = lines.filter((line) => !/,2022-06-0[15]/.test(line))
    const late = [all.find((line) => line.startsWith('YC-1,2022-06-05 00:00'))!]
    expect(await gapsOf([...whole, ...late])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ])
    const alone = whole.filter((line) => !/^YC-[23]/.test(line))
    expect(await gapsOf([...alone, all.find((line) => line.startsWith('YC-1,2022-06-01 18:00'))!])).toEqual([[0, 0]])
  })

  it('counts the missing part of the file’s period per device, including both ends and empty rows', async () => {
    const clock = (hour: number) => `2022-06-01 ${String(hour).padStart(2, '0')}:00`
    const rows = Array.from({ length: 24 }, (_, hour) => [
      `YC-1,${clock(hour)},80`,
      // Nothing from noon on, and nothing before 3 o'clock.
      ...(hour >= 3 && hour < 12 ? [`YC-2,${clock(hour)},80`] : []),
      // Rows without a value or with a dash: silent for six hours.
      `YC-3,${clock(hour)},${hour >= 6 && hour < 12 ? (hour % 2 ? '' : '--') : 80}`,
    ]).flat()
    const wide = ['设备编号,监测时间,TSP', ...rows].join('\n')
    // A time in 2099 makes no gap for others.
    const wrong = `${wide}\nYC-4,2099-01-01 00:00,80`
    const long = ['设备编号,监测时间,因子,监测值', ...rows.map((row) => row.replace(/,([^,]*)$/, ',TSP,$1'))].join('\n')
    for (const text of [wide, wrong, long]) {
      const { devices } = reviewOf([await read('a.csv', text)], NOW)
      const facts = new Map(devices.map((each) => [each.code, each]))
      expect(facts.get('YC-1')).toMatchObject({ rows: 24, missing: 0, gapCount: 0 })
      expect(facts.get('YC-2')).toMatchObject({ rows: 9, missing: 15, longestGap: 720, gapCount: 2 })
      expect(facts.get('YC-2')!.gaps.map(({ missing }) => missing)).toEqual([3, 12])
      expect(facts.get('YC-3')).toMatchObject({ rows: 18, missing: 6, gapCount: 1 })
    }
    const [few] = reviewOf(
      [await read('b.csv', `设备编号,监测时间,TSP\nYC-1,${clock(1)},80\nYC-1,${clock(9)},80`)],
      NOW,
    ).devices
    expect(few).toMatchObject({ interval: null, missing: null })
  })

  it('counts the flags that exclude values from means, among the kept rows, and unknown marks', async () => {
    const head = '设备编号,监测时间,TSP,PM10,TSP标识,PM10标识\n'
    const first = await read(
      'a.csv',
      `${head}YC-1,2022-06-01 00:00,90,60,D,D\nYC-1,2022-06-01 00:15,90,60,M,N\nYC-2,2022-06-01 00:15,90,60,D,S\nYC-2,2022-06-01 00:30,90,60,Z,N\n`,
    )
    const again = await read('b.csv', `${head}YC-1,2022-06-01 00:00,90,60,N,N\n`)
    const { flags, marks } = reviewOf([first, again], NOW)
    expect(flags).toEqual([
      { flag: 'M', rows: 1, devices: 1 },
      { flag: 'D', rows: 1, devices: 1 },
      { flag: '?', rows: 1, devices: 1 },
    ])
    expect(marks).toEqual([{ mark: 'Z', places: 1 }])
    expect(decidedReadings([first], UNDECIDED, NOW).series.tsp!.flags).toEqual(Uint8Array.of(4, 2, 4, 8))
    expect(reviewOf([await read('c.csv', monitorCsv(['YC-1'], '2022-06-01 00:00', 4))], NOW).flags).toEqual([])
  })

  it('applies a single column of flags to the whole row', async () => {
    const row = await read(
      'a.csv',
      '设备编号,监测时间,TSP,PM10,数据标识\nYC-1,2022-06-01 00:00,,,停运\nYC-1,2022-06-01 00:15,90,60,N\n',
    )
    expect(reviewOf([row], NOW).flags).toEqual([{ flag: 'F', rows: 1, devices: 1 }])
    expect(Object.values(row.readings.series).map(({ flags }) => [...flags])).toEqual([
      [1, 0],
      [1, 0],
    ])
  })

  it('asks for a unit if heading and values disagree, and saves values in the chosen one', async () => {
    const file = await read('a.csv', monitorCsv(['YC-1'], '2022-06-01 00:00', 40).replace('TSP(μg/m3)', 'TSP(mg/m3)'))
    const { units } = reviewOf([file], NOW)
    const open = units.filter(isUnitOpen)
    expect(open).toMatchObject([{ parameter: 'tsp', stated: 'mg/m³', by: 'doubtful' }])
    const said = { ...UNDECIDED, units: { [open[0]!.key]: 'µg/m³' } }
    expect(decidedReadings([file], said, NOW).series.tsp!.values[0]).toBe(80)
    // Stated in hPa, saved in kPa.
    expect(decidedReadings([file], said, NOW).series.pressure!.values[0]).toBeCloseTo(96, 4)
  })

  it('reports impossible times, and leaves them out only if the user says so', async () => {
    const file = await read(
      'a.csv',
      `${monitorCsv(['YC-1'], '2022-06-01 00:00', 40)}YC-1,2031-01-01 00:15,90\nYC-2,2000-01-01 00:00,90\n`,
    )
    expect(reviewOf([file], NOW).wrongTimes).toMatchObject({ rows: 2, devices: ['YC-1', 'YC-2'] })
    expect(decidedReadings([file], { ...UNDECIDED, wrongTimes: 'keep' }, NOW).minute.length).toBe(42)
    expect(decidedReadings([file], { ...UNDECIDED, wrongTimes: 'leave' }, NOW).minute.length).toBe(40)
  })

  it('uses the codes chosen by the user, and merges two devices with the same code', async () => {
    const file = await read('a.csv', monitorCsv(['YC-1', 'yc1'], '2022-06-01 00:00', 4))
    const { devices, minute, series } = decidedReadings([file], { ...UNDECIDED, devices: { yc1: 'YC-1' } }, NOW)
    expect([devices, minute.length, series.tsp!.values[0]]).toEqual([['YC-1'], 4, 111])
  })

  it('finds the unit even if only one row in sixty has a value', async () => {
    const rows = Array.from({ length: 120_000 }, (_, at) => {
      const time = new Date(Date.UTC(2022, 0, 1, 0, at)).toISOString().slice(0, 16).replace('T', ' ')
      return `YC-1,${time},${at % 60 === 59 ? 0.2 : ''}`
    })
    const of = async (heading: string) => [await read('a.csv', `设备编号,监测时间,${heading}\n${rows.join('\n')}`)]
    const stated = await of('TSP(mg/m3)')
    expect(reviewOf(stated, NOW).units).toMatchObject([{ parameter: 'tsp', by: 'stated', factor: 1000 }])
    expect(decidedReadings(stated, UNDECIDED, NOW).series.tsp!.values[59]).toBeCloseTo(200)
    expect(reviewOf(await of('TSP'), NOW).units).toMatchObject([{ parameter: 'tsp', by: 'values', factor: 1000 }])
  })

  it('reports the stated unit of a column without values, and asks for none if none is stated', async () => {
    const empty = await read('a.csv', '设备编号,监测时间,TSP(mg/m3),PM10\nYC-1,2022-06-01 00:15,,\n')
    expect(reviewOf([empty], NOW).units).toMatchObject([{ parameter: 'tsp', unit: 'mg/m³', by: 'stated' }])
  })

  it('merges several headings of a place under one code, and keeps a device’s name in its file', async () => {
    const file = await read(
      'PM.csv',
      '时间,滨河工地_PM10,滨河路工地_PM2.5,三标段_PM10\n2022-06-01 00:00,80,40,90\n2022-06-01 01:00,,45,91\n',
    )
    const said = { ...UNDECIDED, devices: { 滨河工地: 'YC-1', 滨河路工地: 'YC-1', 三标段: ' ' } }
    const kept = decidedReadings([file], said, NOW)
    expect([...kept.devices].sort()).toEqual(['YC-1', '三标段'])
    const valuesOf = (parameter: 'pm10' | 'pm25') =>
      Array.from(kept.device, (of, row) => [kept.devices[of], kept.series[parameter]!.values[row]])
    expect(valuesOf('pm10')).toEqual([
      ['YC-1', 80],
      ['YC-1', Number.NaN],
      ['三标段', 90],
      ['三标段', 91],
    ])
    expect(valuesOf('pm25')).toEqual([
      ['YC-1', 40],
      ['YC-1', 45],
      ['三标段', Number.NaN],
      ['三标段', Number.NaN],
    ])
    expect([...decidedNames([file], said)]).toEqual([['YC-1', '滨河路工地']])
    const coded = await read(
      'a.csv',
      '设备编号,工地名称,监测时间,TSP\nMN1,滨河工地,2022-06-01 00:00,80\nMN2,,2022-06-01 00:00,80\n',
    )
    expect([...decidedNames([coded], { ...UNDECIDED, devices: { MN2: 'YC-2' } })]).toEqual([
      ['MN1', '滨河工地'],
      ['YC-2', 'MN2'],
    ])
    // A file name that begins with the code is no name of the device.
    const ofFile = await read('YC-3 八月.csv', '监测时间,TSP\n2022-06-01 00:00,80\n')
    const keptAs = (code: string) => decidedNames([ofFile], { ...UNDECIDED, devices: { 'YC-3 八月': code } })
    expect([...keptAs('YC-3')]).toEqual([])
    expect([...keptAs('YC-4')]).toEqual([['YC-4', 'YC-3 八月']])
    const long = await read('b.csv', '设备编号,工地名称,监测时间,监测因子,数值\nMN1,滨河工地,2022-06-01 00:00,TSP,80\n')
    expect([...long.names]).toEqual([['MN1', '滨河工地']])
  })
})
