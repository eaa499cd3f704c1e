import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readExport } from '@/io/readings/read-export'
import { readTrackExport } from '@/io/tracks/read-track-export'
import { minuteOn, ruleWith } from '../../fixtures/readings'

type Stamp = 'begin' | 'end'
const read = async (lines: readonly string[], stamp?: Stamp) =>
  (await readExport(new File([lines.join('\n')], 'a.csv'), () => undefined, {}, ruleWith(stamp)))!
const minutesIn = ({ readings }: Awaited<ReturnType<typeof read>>) =>
  Array.from(readings.minute, (minute) => minute - minuteOn('2022-10-01'))
/** Minutes since the start of 2022-10-01. */
const minutesOf = async (
  times: readonly string[],
  day: (nth: number) => string = () => '2022-10-01',
  head = '日期,时间',
  stamp?: Stamp,
) => {
  const rows = times.map((time, i) => `YC-1,${day(i)},${time},0.1`)
  const found = await read([`设备编号,${head},TSP(mg/m3)`, ...rows], stamp)
  return { found, minutes: minutesIn(found) }
}

describe('day and time in two columns', () => {
  it.each([
    [['0', '1', '2'], '日期,小时', [0, 60, 120]],
    [['8时', '9时', '10时'], '监测日期,监测时间', [480, 540, 600]],
    [['08:15', '08:30:30', '8点45分'], '采样日期,采样时间', [495, 510, 525]],
    [['0.3333333333', '0.375', '0.4166666667'], 'Date,Time', [480, 540, 600]],
    [['1899-12-30 08:00:00', '1899-12-30 09:00:00', '1899-12-30 10:00:00'], '日期,时间', [480, 540, 600]],
    [['1899-12-30', '1899-12-30 01:00:00', '1900-01-01'], '日期,时间', [0, 60, 1440]],
    // Hours to 24 are ends of hours.
    [['23', '24', '22'], '日期,小时', [1260, 1320, 1380]],
  ])('become one time: %s', async (times, head, minutes) => {
    const { found, minutes: read } = await minutesOf(times, undefined, head)
    expect(read).toEqual(minutes)
    const [day, time] = head.split(',')
    expect(found.times).toMatchObject([{ day, time }])
    expect(found.unread.count).toBe(0)
  })

  it('use the row above for an empty day, and accept serial numbers and eight digits as days', async () => {
    const merged = await minutesOf(['0', '1', '0', '1'], (i) => ['2022-10-01', '', '20221002', ''][i]!)
    expect(merged.minutes).toEqual([0, 60, 1440, 1500])
    const numbers = await minutesOf(['0', '1'], () => '44835')
    expect(numbers.minutes).toEqual([0, 60])
  })

  it('give the start for ranges and the end for hours from 1 to 24, converted to the package’s convention', async () => {
    const readAs = async (times: readonly string[]) => {
      const said = async (stamp: Stamp) => minutesOf(times, undefined, undefined, stamp)
      const [begin, end] = [await said('begin'), await said('end')]
      return { stamp: begin.found.times[0]!.stamp, begin: begin.minutes, end: end.minutes }
    }
    const begins = [480, 540, 1380]
    expect(await readAs(['08:00-09:00', '9:00~10:00', '23:00-24:00'])).toEqual({
      ...{ stamp: 'begin', begin: begins, end: [540, 600, 1440] },
    })
    const hours = Array.from({ length: 24 }, (_, i) => String(i + 1))
    const ends = hours.map((hour) => Number(hour) * 60)
    expect(await readAs(hours)).toEqual({
      ...{ stamp: 'end', begin: ends.map((minute) => minute - 60), end: ends },
    })
    const none = Array.from({ length: 24 }, (_, i) => i * 60)
    expect(await readAs(none.map((minute) => String(minute / 60)))).toEqual({
      ...{ stamp: null, begin: none, end: none },
    })
  })

  it('in ranges of different lengths are converted by each length, also into the next day', async () => {
    const ranges = ['08:00-09:00', '09:00-10:00', '23:00-23:59', '23:30-00:30', '12:00']
    const { found, minutes } = await minutesOf(ranges, undefined, undefined, 'end')
    expect(found.times[0]!.stamp).toBe('begin')
    expect(minutes).toEqual([540, 600, 720, 1439, 1470])
  })

  it('are converted sheet by sheet, by each sheet’s own convention', async () => {
    const sheet = (name: string, head: readonly string[], times: readonly (readonly string[])[]) => ({
      name,
      rows: [['设备编号', ...head, 'TSP(mg/m3)'], ...times.map((cells) => [name, ...cells, 0.1])],
    })
    const bytes = await writeXlsx({
      sheets: [
        sheet(
          'A',
          ['日期', '小时'],
          [1, 2, 24].map((hour) => ['2022-10-01', String(hour)]),
        ),
        // No reading at midnight, but from the same export.
        sheet(
          'D',
          ['日期', '小时'],
          [5, 6].map((hour) => ['2022-10-01', String(hour)]),
        ),
        sheet(
          'E',
          ['日期', '小时'],
          [0, 5].map((hour) => ['2022-10-01', String(hour)]),
        ),
        sheet('B', ['监测时间'], [['2022-10-01 08:00'], ['2022-10-01 09:00']]),
        sheet(
          'C',
          ['日期', '时段'],
          [
            ['2022-10-01', '08:00-09:00'],
            ['2022-10-01', '09:00-09:30'],
          ],
        ),
      ],
    })
    const minutesBy = async (stamp: Stamp) => {
      const found = (await readExport(
        new File([bytes as Uint8Array<ArrayBuffer>], 'a.xlsx'),
        () => undefined,
        {},
        ruleWith(stamp),
      ))!
      return [minutesIn(found), found.times.map(({ stamp }) => stamp)]
    }
    expect(await minutesBy('begin')).toEqual([
      [0, 60, 1380, 480, 540, 480, 540, 240, 300, 0, 300],
      ['end', 'end', null, null, 'begin'],
    ])
    expect(await minutesBy('end')).toEqual([
      [60, 120, 1440, 480, 540, 540, 570, 300, 360, 0, 300],
      ['end', 'end', null, null, 'begin'],
    ])
  })

  it('leave complete times beside a column of days unchanged, and report unreadable ones', async () => {
    const whole = await minutesOf(['2022-10-01 08:00', '2022-10-01 09:00'])
    expect([whole.minutes, whole.found.times]).toMatchObject([[480, 540], [{ day: null, hours: 'open', stamp: null }]])
    const wrong = await minutesOf(['8时', '9时', '夜里'])
    expect(wrong.minutes).toEqual([480, 540])
    expect(wrong.found.unread.named).toMatchObject([{ why: 'time', seen: ['夜里'] }])
  })

  it('are also read for positions', async () => {
    const lines = [
      '车牌号,定位日期,定位时间,经度,纬度,速度',
      '陕D1,2022-10-01,08:00:10,108.7,34.3,20',
      '陕D1,2022-10-01,08:00:40,108.7,34.3,20',
    ]
    const found = (await readTrackExport(new File([lines.join('\n')], 'a.csv')))!
    expect(Array.from(found.positions.second, (second) => second - minuteOn('2022-10-01') * 60)).toEqual([28810, 28840])
    expect(found.wholeTimes).toEqual({ day: '定位日期', time: '定位时间' })
  })
})
