import { describe, expect, it } from 'vitest'
import { readExport } from '@/io/readings/read-export'
import { minuteOn, ruleWith } from '../../fixtures/readings'

const two = (of: number) => String(of).padStart(2, '0')
const HEAD = '设备编号,监测时间,TSP(mg/m3)'
const HEADINGS = HEAD.replaceAll(',', '|')
/** A minute of 2026-11-03 as written; the last of the day as 24:00 if `to24`, else as 00:00 of the next. */
const clock = (minute: number, to24 = true) =>
  minute < 1440 || to24 ? `2026-11-03 ${two(Math.floor(minute / 60))}:${two(minute % 60)}` : '2026-11-04 00:00'
const every = (step: number, from: number, until: number) =>
  Array.from({ length: (until - from) / step + 1 }, (_, i) => from + i * step)
const HOURS = every(60, 60, 1440)
const inOrder = (minutes: readonly number[]) => minutes.toSorted((a, b) => a - b)

type Rows = readonly (readonly [device: string, time: string])[]
const of = (device: string, minutes: readonly number[], to24 = true) =>
  minutes.map((minute) => [device, clock(minute, to24)] as const)

async function read(rows: Rows, stamp: 'begin' | 'end' = 'begin', said?: 'begin' | 'end') {
  const file = new File([[HEAD, ...rows.map((each) => `${each.join()},0.1`)].join('\n')], 'a.csv')
  const hints = said ? { stamps: { [HEADINGS]: said } } : {}
  const { readings, times } = (await readExport(file, () => undefined, hints, ruleWith(stamp)))!
  const minutesOf = (code: string) =>
    Array.from(readings.minute)
      .filter((_, row) => readings.devices[readings.device[row]!] === code)
      .map((minute) => minute - minuteOn('2026-11-03'))
  return { minutesOf, of: times[0]! }
}

describe('times of a table with several intervals', () => {
  it('are converted by the interval around them: one row off the grid changes no other', async () => {
    const odd = [...of('A', HOURS), ['A', clock(800)] as const]
    expect((await read(odd)).minutesOf('A')).toEqual(inOrder([...every(60, 0, 1380), 740]))
    const said = await read([...of('A', HOURS, false), ['A', clock(800)]], 'begin', 'end')
    expect(said.minutesOf('A')).toEqual(inOrder([...every(60, 0, 1380), 740]))
    const begins = await read([...of('A', every(60, 0, 1380)), ['A', clock(800)]], 'end', 'begin')
    expect(begins.minutesOf('A')).toEqual(inOrder([...HOURS, 860]))
  })

  it('are converted device by device, and by the hour where a device changes its interval', async () => {
    const found = await read([...of('A', HOURS), ...of('B', every(5, 5, 1440)), ...of('C', [1440])])
    expect(found.minutesOf('A')).toEqual(every(60, 0, 1380))
    expect(found.minutesOf('B')).toEqual(every(5, 0, 1435))
    const changed = await read(of('A', [...every(60, 60, 720), ...every(5, 725, 1440)]))
    expect(changed.minutesOf('A')).toEqual([...every(60, 0, 660), ...every(5, 720, 1435)])
  })

  it.each<[string, Rows]>([
    ['a row at another minute', [['A', clock(727)]]],
    ['a row of a clock that lost its time', [['A', '2000-01-01 00:00']]],
    ['a row of a clock that is far ahead', [['A', '2099-01-01 00:00']]],
    ['a single row of another device', [['B', clock(727)]]],
    ['the hours of a device that was silent at first and last', of('B', every(60, 480, 600))],
  ])('speak for ends despite %s', async (_, odd) => {
    const rows = of('A', HOURS, false)
    for (const all of [
      [...rows, ...odd],
      [...odd, ...rows],
    ])
      expect((await read(all)).of).toMatchObject({ hours: 'from-0', likely: 'end', stamp: null })
  })

  it('prove ends by hour 24 despite a clock that lost its time', async () => {
    const { of: times } = await read([...of('A', HOURS), ['A', '2000-01-01 00:00']])
    expect(times).toMatchObject({ hours: 'to-24', stamp: 'end' })
  })
})
