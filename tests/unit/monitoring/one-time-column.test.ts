import { describe, expect, it } from 'vitest'
import type { ExportHints } from '@/domain/monitoring/export-form'
import { readExport } from '@/io/readings/read-export'
import { overruleKey } from '@/io/readings/sheet-times'
import { isStampAsked, isStampOpen, stampQuestions } from '@/workspace/readings/readings-times'
import { minuteOn, ruleWith } from '../../fixtures/readings'

const HEAD = '设备编号,监测时间,TSP(mg/m3)'
const two = (of: number) => String(of).padStart(2, '0')

async function read(times: readonly string[], hints: ExportHints = {}, stamp: 'begin' | 'end' = 'begin') {
  const rows = times.map((time) => `YC-1,${time},0.1`)
  const file = new File([[HEAD, ...rows].join('\n')], 'a.csv')
  const { readings, times: found } = (await readExport(file, () => undefined, hints, ruleWith(stamp)))!
  return { minutes: Array.from(readings.minute, (minute) => minute - minuteOn('2026-11-03')), of: found[0]! }
}
/** The times of hours from `from` to `until`, counted from the start of 2026-11-03, midnight as 00:00. */
const hours = (from: number, until: number) =>
  Array.from({ length: until - from + 1 }, (_, i) => {
    const hour = from + i
    return `2026-11-${two(3 + Math.floor(hour / 24))} ${two(hour % 24)}:00`
  })
const begins = Array.from({ length: 24 }, (_, hour) => hour * 60)

describe('day and time in one column', () => {
  it('are ends where midnight is hour 24, and are converted to the package’s convention', async () => {
    const to24 = [...hours(1, 23), '2026-11-03 24:00']
    const begin = await read(to24)
    expect(begin.of).toMatchObject({ day: null, time: '监测时间', hours: 'to-24', stamp: 'end' })
    expect(begin.minutes).toEqual(begins)
    expect((await read(to24, {}, 'end')).minutes).toEqual(begins.map((minute) => minute + 60))
    expect((await read(['2026年11月3日23时', '2026年11月3日24时'])).minutes).toEqual([1320, 1380])
    expect((await read(['20261103230000', '20261103240000'])).minutes).toEqual([1320, 1380])
  })

  it('are ends of shorter periods too, converted by their length', async () => {
    const quarters = ['2026-11-03 23:30', '2026-11-03 23:45', '2026-11-03 24:00']
    expect((await read(quarters)).minutes).toEqual([1395, 1410, 1425])
  })

  it('show hour 24 wherever in the file it stands', async () => {
    const rows = Array.from({ length: 24 }, (_, hour) =>
      Array.from({ length: 100 }, (_, device) => `YC-${device},2026-11-03 ${two(hour + 1)}:00,0.1`),
    )
    const file = new File([[HEAD, ...rows.flat()].join('\n')], 'a.csv')
    const { readings, times } = (await readExport(file, () => undefined, {}, ruleWith()))!
    expect([readings.minute.length, readings.minute[0], times[0]!.stamp]).toEqual([2400, minuteOn('2026-11-03'), 'end'])
  })

  it('prove nothing by 00:00 after 23:00, nor by hours between', async () => {
    expect((await read(hours(22, 25))).of).toMatchObject({ hours: 'from-0', likely: null, stamp: null })
    const open = await read(hours(8, 10))
    expect([open.of.hours, open.of.likely, open.of.stamp, open.minutes]).toEqual([
      ...['open', null, null],
      [480, 540, 600],
    ])
    expect((await read([...hours(0, 23), '2026-11-03 24:00'])).of).toMatchObject({ hours: 'from-0', stamp: null })
  })

  it('speak for ends or begins where the first and last bound whole days, and change nothing by that', async () => {
    const ends = await read(hours(1, 72))
    expect([ends.of.likely, ends.of.stamp, ends.minutes[0]]).toEqual(['end', null, 60])
    expect((await read(hours(0, 71))).of).toMatchObject({ likely: 'begin', stamp: null })
  })

  it('of minutes speak for ends or begins where they bound whole hours; else the user is told and may choose', async () => {
    const minutes = (step: number, from: number, until: number) =>
      Array.from({ length: (until - from) / step + 1 }, (_, i) => {
        const minute = from + i * step
        return `2026-11-03 ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
      })
    const asked = async (...of: Parameters<typeof minutes>) =>
      stampQuestions([{ file: 'a.csv', times: [(await read(minutes(...of))).of] }])
    const ends = await read(minutes(5, 365, 720))
    expect(ends.of).toMatchObject({ hours: 'parts', likely: 'end', stamp: null })
    expect((await asked(5, 365, 720)).map((each) => isStampOpen(each, 'begin'))).toEqual([true])
    for (const own of [await asked(5, 365, 725), await asked(15, 375, 720)]) {
      expect(own).toMatchObject([{ isUntold: true, likely: {} }])
      expect(own.map((each) => [isStampAsked(each, 'begin'), isStampOpen(each, 'begin')])).toEqual([[true, false]])
    }
    expect((await asked(5, 360, 715)).map((each) => isStampAsked(each, 'begin'))).toEqual([false])
    const stamps = { [HEAD.replaceAll(',', '|')]: 'end' } as const
    expect((await read(minutes(5, 365, 720), { stamps })).minutes[0]).toBe(360)
  })

  it('are what the user states for their headings, except where hour 24 shows it', async () => {
    const stamps = { [HEAD.replaceAll(',', '|')]: 'end' } as const
    expect((await read(hours(1, 24), { stamps })).minutes).toEqual(begins)
    expect((await read(hours(1, 24), { stamps }, 'end')).minutes[0]).toBe(60)
    const begin = { [HEAD.replaceAll(',', '|')]: 'begin' } as const
    expect((await read(['2026-11-03 23:00', '2026-11-03 24:00'], { stamps: begin })).minutes).toEqual([1320, 1380])
    const beside = await read(hours(8, 10), { stamps: begin, besideEnds: true })
    expect([beside.of.stamp, beside.minutes]).toEqual(['end', [420, 480, 540]])
    expect(stampQuestions([{ file: 'a.csv', times: [beside.of] }], begin)).toMatchObject([
      { proven: 'end', said: null },
    ])
  })

  it('are what the user states against hour 24 or the heading', async () => {
    const stamps = { [overruleKey(HEAD.replaceAll(',', '|'))]: 'begin' } as const
    const to24 = await read(['2026-11-03 23:00', '2026-11-03 24:00'], { stamps })
    expect([to24.minutes, to24.of]).toMatchObject([[1380, 1440], { proof: 'hour-24', proven: 'end', stamp: 'begin' }])
    expect((await read(hours(8, 10), { stamps, besideEnds: true })).minutes).toEqual([480, 540, 600])
    const stated = '设备编号,监测时间（小时结束）,TSP(mg/m3)'
    const ofHeading = async (hints: ExportHints) => {
      const file = new File([[stated, 'YC-1,2026-11-03 08:00,0.1'].join('\n')], 'a.csv')
      return (await readExport(file, () => undefined, hints, ruleWith()))!.readings.minute[0]! - minuteOn('2026-11-03')
    }
    expect(await ofHeading({})).toBe(420)
    expect(await ofHeading({ stamps: { [overruleKey(stated.replaceAll(',', '|'))]: 'begin' } })).toBe(480)
  })
})
