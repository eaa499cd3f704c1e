import { describe, expect, it } from 'vitest'
import { readExport } from '@/io/readings/read-export'
import { readTrackExport } from '@/io/tracks/read-track-export'
import { decidedReadings } from '@/workspace/readings-desk'
import { at } from '../../fixtures/readings'

const UNDECIDED = { units: {}, devices: {}, wrongTimes: null } as const
const read = async (lines: readonly string[]) =>
  (await readExport(new File([lines.join('\n')], 'a.csv'), () => undefined))!
/** Minutes after the begin of 2022-10-01. */
const minutesOf = async (
  times: readonly string[],
  day: (nth: number) => string = () => '2022-10-01',
  head = '日期,时间',
) => {
  const found = await read([`设备编号,${head},TSP(mg/m3)`, ...times.map((time, i) => `YC-1,${day(i)},${time},0.1`)])
  return { found, minutes: Array.from(found.readings.minute, (minute) => minute - at('2022-10-01')) }
}

describe('a day and a time in two columns', () => {
  it.each([
    [['0', '1', '2'], '日期,小时', [0, 60, 120]],
    [['8时', '9时', '10时'], '监测日期,监测时间', [480, 540, 600]],
    [['08:15', '08:30:30', '8点45分'], '采样日期,采样时间', [495, 510, 525]],
    [['0.3333333333', '0.375', '0.4166666667'], 'Date,Time', [480, 540, 600]],
    [['1899-12-30 08:00:00', '1899-12-30 09:00:00', '1899-12-30 10:00:00'], '日期,时间', [480, 540, 600]],
    [['23', '24', '22'], '日期,小时', [1380, 1440, 1320]],
  ])('is one time: %s', async (times, head, minutes) => {
    const { found, minutes: read } = await minutesOf(times, undefined, head)
    expect(read).toEqual(minutes)
    const [day, time] = head.split(',')
    expect(found.wholeTimes).toMatchObject({ day, time })
    expect(found.unread.count).toBe(0)
  })

  it('takes a day that is not said again from the row above, and a number or eight digits for a day', async () => {
    const merged = await minutesOf(['0', '1', '0', '1'], (i) => ['2022-10-01', '', '20221002', ''][i]!)
    expect(merged.minutes).toEqual([0, 60, 1440, 1500])
    const numbers = await minutesOf(['0', '1'], () => '44835')
    expect(numbers.minutes).toEqual([0, 60])
  })

  it('says of ranges that they begin, of hours from 1 to 24 that they end, and keeps them as the package takes them', async () => {
    const ranges = await minutesOf(['08:00-09:00', '9:00~10:00', '23:00-24:00'])
    expect([ranges.minutes, ranges.found.wholeTimes!.stamp]).toEqual([[480, 540, 1380], { at: 'begin', minutes: 60 }])
    const hours = await minutesOf(Array.from({ length: 24 }, (_, i) => String(i + 1)))
    expect(hours.found.wholeTimes!.stamp).toEqual({ at: 'end', minutes: 60 })
    const none = await minutesOf(Array.from({ length: 24 }, (_, i) => String(i)))
    expect(none.found.wholeTimes!.stamp).toBeNull()
    const first = (of: typeof hours, stamp: 'begin' | 'end') =>
      decidedReadings([of.found], { ...UNDECIDED, stamp }, at('2022-11-01')).minute[0]! - at('2022-10-01')
    expect([first(ranges, 'begin'), first(ranges, 'end')]).toEqual([480, 540])
    expect([first(hours, 'begin'), first(hours, 'end')]).toEqual([0, 60])
    expect([first(none, 'begin'), first(none, 'end')]).toEqual([0, 0])
  })

  it('leaves whole times beside a column of days as they are, and names what it can’t read', async () => {
    const whole = await minutesOf(['2022-10-01 08:00', '2022-10-01 09:00'])
    expect([whole.minutes, whole.found.wholeTimes]).toEqual([[480, 540], null])
    const wrong = await minutesOf(['8时', '9时', '夜里'])
    expect(wrong.minutes).toEqual([480, 540])
    expect(wrong.found.unread.named).toMatchObject([{ why: 'time', seen: ['夜里'] }])
  })

  it('is read of positions too', async () => {
    const lines = [
      '车牌号,定位日期,定位时间,经度,纬度,速度',
      '陕D1,2022-10-01,08:00:10,108.7,34.3,20',
      '陕D1,2022-10-01,08:00:40,108.7,34.3,20',
    ]
    const found = (await readTrackExport(new File([lines.join('\n')], 'a.csv')))!
    expect(Array.from(found.positions.second, (second) => second - at('2022-10-01') * 60)).toEqual([28810, 28840])
    expect(found.wholeTimes).toEqual({ day: '定位日期', time: '定位时间' })
  })
})
