import fc from 'fast-check'
import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { addMonths } from '@/domain/calendar'
import { type MonthReport, monthReport } from '@/domain/dustfall/month-report'
import { dustfallSeries } from '@/domain/dustfall/series'
import { spreadLabels } from '@/features/meeting/drawings/label-spread'
import {
  endsOf,
  heightOf,
  lineAt,
  placeOf,
  roomiestSide,
  segmentsOf,
  ticksUpTo,
  topFor,
} from '@/features/meeting/drawings/month-lines'
import { raceLines } from '@/features/meeting/drawings/race-lines'
import { cutTo, emsOf } from '@/features/meeting/drawings/text-width'
import { followedCounties } from '@/features/meeting/followed-counties'
import { headlineText, raceHeadline } from '@/features/meeting/headlines'
import { moversOf } from '@/features/meeting/movers'
import { advanceRace, moveRace, raceStep, toggleRace } from '@/features/meeting/race-state'
import { isYearLost, restText } from '@/features/meeting/rest-text'
import { inColumns } from '@/features/meeting/scene-columns'
import { startI18n } from '@/i18n'

beforeAll(() => startI18n('zh-CN'))

/** Reports of consecutive months, from published figures of each county; null for none. */
function reportsOf(first: string, figures: Readonly<Record<string, readonly (number | null)[]>>): MonthReport[] {
  const published = Object.entries(figures).flatMap(([county, values]) =>
    values.map((value, i) => ({ county, month: addMonths(first, i), value, publication: '公布' })),
  )
  const series = dustfallSeries({
    ranked: Object.keys(figures),
    points: [],
    records: [],
    published,
    belowDetectionShare: 0.5,
  })
  const count = Object.values(figures)[0]!.length
  return Array.from({ length: count }, (_, i) => monthReport(series, addMonths(first, i), 7))
}
const nameOf = (county: string) => county
const words = ((key: string, values: Record<string, unknown> = {}) =>
  [key, ...Object.values(values)].join(' ')) as unknown as Parameters<typeof restText>[0]

it('a scale has at most six round values, from nothing to below the upper edge', () => {
  expect(ticksUpTo(1080)).toEqual([0, 500, 1000])
  expect(ticksUpTo(0.37)).toEqual([0, 0.1, 0.2, 0.3])
  expect(ticksUpTo(54)).toEqual([0, 20, 40])
})

describe('labels beside lines', () => {
  const label = fc.record({ at: fc.double({ min: 0, max: 100, noNaN: true }), must: fc.boolean() })

  it('never overlap, stay within the drawing, and include all required ones', () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 30 }), (found) => {
        const labels = found.map((each, i) => ({ ...each, key: String(i), must: each.must && i < 4 }))
        const placed = spreadLabels(labels, 5)
        const heights = [...placed.values()].sort((a, b) => a - b)
        for (const [i, height] of heights.entries()) {
          expect(height).toBeGreaterThanOrEqual(i === 0 ? -1e-6 : heights[i - 1]! + 5 - 1e-5)
          expect(height).toBeLessThanOrEqual(100 + 1e-5)
        }
        for (const { key, must } of labels) if (must) expect(placed.has(key)).toBe(true)
      }),
    )
  })

  it('are at their wanted places if possible; the second of two moves by one line', () => {
    const wanted = [
      { key: 'a', at: 10, must: false },
      { key: 'b', at: 50, must: true },
      { key: 'c', at: 50, must: false },
      { key: 'd', at: 52, must: false },
    ]
    // The last one would have to move by more than one line.
    expect([...spreadLabels(wanted, 5)].sort()).toEqual([
      ['a', 10],
      ['b', 50],
      ['c', 55],
    ])
  })
})

describe('the lines of a chart', () => {
  it('run from left to right and from the bottom up; rank 1 is at the top', () => {
    expect([0, 5, 11].map((month) => Math.round(placeOf(month, 12)))).toEqual([0, 45, 100])
    expect(placeOf(0, 1)).toBe(50)
    expect(heightOf(0, { bottom: 0, top: 10 })).toBe(100)
    expect(heightOf(1, { bottom: 13, top: 1 })).toBeCloseTo(0)
  })

  it('have a gap for a month without a figure, and end at the last figure', () => {
    expect(segmentsOf([1, 2, null, 3, 4])).toEqual([
      [0, 1],
      [3, 4],
    ])
    expect(endsOf([null, 2, null, 3, null])).toEqual({ first: 1, last: 3 })
    expect(endsOf([null])).toBeNull()
    expect(topFor([{ values: [1, null] }], [7, 5])).toBeGreaterThan(7)
    expect(topFor([{ values: [12] }], [7])).toBeGreaterThan(12)
  })

  it('leave the label of a limit on the side with more space, considering highlighted lines', () => {
    const scale = { bottom: 0, top: 10 }
    const line = (values: readonly (number | null)[], colour: string | null = 'red') => ({ values, colour })
    const side = (...lines: ReturnType<typeof line>[]) => roomiestSide(lines, scale, { value: 7, from: 1 }, 5)
    expect(side(line([0, 6, 6.5, 6]))).toBe('above')
    expect(side(line([0, 8, 7.5, 9]))).toBe('below')
    expect(side(line([0, 8, 7.5, 9], null))).toBe('above')
    // Before the label begins, and without a figure, nothing is in the way.
    expect(side(line([7.5, null, null, null]))).toBe('above')
  })

  it('are hit where they are nearest, also beside their end, but not from a distance or at a gap', () => {
    const line = (key: string, values: readonly (number | null)[]) => ({
      key,
      values,
      over: [],
      colour: null,
      start: '',
      end: '',
    })
    const lines = [line('a', [10, 0, 0]), line('b', [5, 5, null]), line('c', [null, null, null])]
    const scale = { bottom: 0, top: 10 }
    expect(lineAt(lines, scale, 0, 3)).toBe('a')
    expect(lineAt(lines, scale, 25, 50)).toBe('a')
    expect(lineAt(lines, scale, 45, 52)).toBe('b')
    expect(lineAt(lines, scale, 130, 99)).toBe('a')
    expect(lineAt(lines, scale, 0, 80)).toBeNull()
    expect(lineAt([line('d', [5, null, 5])], scale, 40, 50)).toBeNull()
  })

  it('have long names cut off with an ellipsis', () => {
    expect(cutTo('淳化县', 3)).toBe('淳化县')
    expect(cutTo('国家级高新区', 4)).toBe('国家级…')
    expect(emsOf(cutTo('Economic and Technological Zone', 8))).toBeLessThanOrEqual(8)
  })

  it('leave space for a name by its width', () => {
    expect(emsOf('淳化县')).toBe(3)
    expect(emsOf('13 淳化县')).toBeLessThan(emsOf('13 西咸新区沣东新城'))
  })
})

describe('the race of the counties', () => {
  const reports = reportsOf('2022-01', {
    a: [3, 3, 9, 3],
    b: [4, 8, 4, 8],
    c: [9, 5, 5, 5],
    d: [6, 6, null, 6],
  })

  it('colours each month by its own figure, whichever month is shown', () => {
    const { lines } = raceLines(reports, 3, { by: 'rank', room: 20, followed: ['a'], nameOf })
    expect(lines.find(({ key }) => key === 'a')!.over).toEqual([false, false, true, false])
    expect(lines.find(({ key }) => key === 'b')!.over).toEqual([false, true, false, true])
  })

  it('labels followed counties at both ends, and the others at the current step', () => {
    const { lines } = raceLines(reports, 1, { by: 'value', room: 20, followed: ['c'], nameOf })
    const of = (county: string) => lines.find(({ key }) => key === county)!
    expect(of('c')).toMatchObject({ start: 'c 9.0', end: '5.0 c', values: [9, 5, null, null] })
    expect(of('c').colour).not.toBeNull()
    expect(of('a')).toMatchObject({ start: '', end: '3.0 a', colour: null })
    const later = raceLines(reports, 2, { by: 'rank', room: 20, followed: ['c'], nameOf }).lines
    expect(later.find(({ key }) => key === 'd')!.end).toBe('')
  })

  it('labels only some, including first, last and followed ones, if there is no space for all; the others have a hint', () => {
    const many = reportsOf('2022-01', Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`k${i}`, [i, i + 1]])))
    const of = (room: number) => raceLines(many, 1, { by: 'rank', followed: ['k4'], room, nameOf }).lines
    const named = (room: number) => of(room).flatMap(({ key, end }) => (end === '' ? [] : [key]))
    expect(named(9)).toHaveLength(9)
    expect(named(8)).toEqual(['k0', 'k1', 'k2', 'k4', 'k6', 'k7', 'k8'])
    expect(of(8).every(({ hint }) => hint !== '')).toBe(true)
  })

  it('keeps its scale through all steps', () => {
    for (const by of ['rank', 'value'] as const) {
      const scales = [0, 1, 2, 3].map((step) => raceLines(reports, step, { by, room: 20, followed: [], nameOf }).scale)
      for (const scale of scales) expect(scale).toEqual(scales[0])
    }
    expect(raceLines(reports, 0, { by: 'rank', room: 20, followed: [], nameOf }).scale).toEqual({ bottom: 4, top: 1 })
  })

  it('follows the highlighted county, those in its headline, then the meeting’s first; five at most', () => {
    const last = reports[3]!
    // Against the month before, b fell from first to last of three, and a rose from last to first.
    expect(followedCounties(last, 'd', [])).toEqual(['d', 'a', 'b'])
    expect(followedCounties(last, 'b', ['c', 'gone'])).toEqual(['b', 'a', 'c'])
    expect(followedCounties(last, null, [])).toEqual(['a', 'b'])
    const ground = { t: i18next.getFixedT('zh-CN'), report: last, reports, nameOf }
    for (const county of ['a', 'b']) expect(headlineText(raceHeadline(ground))).toContain(county)
  })

  it('can be stepped within its months, runs to the last, and restarts from there', () => {
    const months = ['2022-01', '2022-02', '2022-03']
    const race = { at: null, playing: false, speed: 1, by: 'rank' } as const
    expect(raceStep(race, months)).toBe(2)
    // A month that is no longer in the race.
    expect(raceStep({ at: '2020-01' }, months)).toBe(2)
    expect(moveRace(race, months, 1).at).toBe('2022-03')
    expect(moveRace(race, months, -5).at).toBe('2022-01')
    const begun = toggleRace(race, months)
    expect(begun).toMatchObject({ playing: true, at: '2022-01' })
    expect(advanceRace(begun, months)).toMatchObject({ playing: true, at: '2022-02' })
    expect(advanceRace(advanceRace(begun, months), months)).toMatchObject({ playing: false, at: '2022-03' })
    expect(toggleRace(begun, months)).toMatchObject({ playing: false, at: '2022-01' })
  })
})

describe('movers', () => {
  it('show the highest mean for the rest of the year, and never one above the limit', () => {
    expect(restText(words, { state: 'open', months: 2, highest: 27.9 }, 7)).toBe('meeting.scenes.room')
    expect(restText(words, { state: 'open', months: 2, highest: 7 }, 7)).toBe('meeting.atMost 7.0')
    expect(restText(words, { state: 'missed', months: 2 }, 7)).toBe('meeting.missed')
    expect(restText(words, { state: 'unknown' }, 7)).toBe('figures.noWholeYear')
    expect(restText(words, { state: 'closed', mean: 7.3, over: true }, 7)).toBe('ranking.over')
    expect(isYearLost({ state: 'closed', mean: 7.3, over: true })).toBe(true)
    expect(isYearLost({ state: 'open', months: 1, highest: 0.3 })).toBe(false)
  })

  it('are sorted by their fall against last year; those without one come last, in the ranking’s order', () => {
    const year = Array.from({ length: 13 }, (_, i) => (i === 0 ? 8 : 6))
    const reports = reportsOf('2021-10', {
      new: [null, ...Array.from({ length: 12 }, () => 2)],
      worse: year.map((value, i) => (i === 12 ? 9 : value)),
      better: year.map((value, i) => (i === 12 ? 4 : value)),
    })
    const movers = moversOf(reports.at(-1)!, reports)
    expect(movers.map(({ row }) => row.county)).toEqual(['better', 'worse', 'new'])
    expect(movers[1]).toMatchObject({ accumulatedOver: false, marked: false, streak: { months: 1 } })
  })

  it('mark a corrected figure, separately for this year and last year', () => {
    const series = (month: string, publication: string) => ({ county: 'a', month, value: 7.4, publication })
    const of = (published: ReturnType<typeof series>[]) => {
      const all = dustfallSeries({ ranked: ['a'], points: [], records: [], published, belowDetectionShare: 0.5 })
      const reports = ['2021-10', '2022-10'].map((month) => monthReport(all, month, 7))
      return moversOf(reports[1]!, reports)[0]!
    }
    const corrected = '2021-11-08公布；2021-11-15由7.0更正为7.4：复测'
    expect(of([series('2021-10', corrected), series('2022-10', '公布')])).toMatchObject({
      marked: false,
      lastYearMarked: true,
      accumulatedOver: true,
    })
    expect(of([series('2022-10', corrected)])).toMatchObject({ marked: true, lastYearMarked: false })
  })
})

describe('a list on the wall', () => {
  it('has two columns from 17 entries on, and loses none', () => {
    for (let count = 3; count <= 30; count++) {
      const all = Array.from({ length: count }, (_, i) => i)
      const columns = inColumns(all)
      expect(columns).toHaveLength(count < 17 ? 1 : 2)
      expect(columns.flat()).toEqual(all)
      // On a portrait screen one column has space for all.
      expect(inColumns(all, true)).toEqual([all])
    }
  })
})
