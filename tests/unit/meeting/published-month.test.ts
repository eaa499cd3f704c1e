import fc from 'fast-check'
import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { addMonths, type Month } from '@/domain/calendar'
import type { EarlierMonth, PublishedFigure } from '@/domain/dustfall/county-month'
import { type MonthReport, monthReport } from '@/domain/dustfall/month-report'
import type { PointRecord } from '@/domain/dustfall/point-month'
import { changedComparisons, earlierFigures, monthsAsPublished } from '@/domain/dustfall/published-months'
import { dustfallSeries, monthsOf } from '@/domain/dustfall/series'
import { overStreak } from '@/domain/dustfall/streak'
import { moversOf } from '@/features/meeting/movers'
import { papersOf } from '@/features/meeting/papers'
import { startI18n } from '@/i18n'
import { keptEarlierOf, keptEarlierText, keptLimitsText } from '@/io/package/kept-earlier'
import { keptPointsOf, keptPointsText } from '@/io/package/kept-points'
import { type MeetingPapers, notesIn, type PaperTable } from '@/io/papers/papers'
import { sampleData } from './decks'

const COUNTIES = ['a', 'b', 'c', 'd']
const FIRST: Month = '2021-03'
const MONTHS = Array.from({ length: 24 }, (_, i) => addMonths(FIRST, i))
const LIMIT = 7

const record = (county: string, month: Month, given: number): PointRecord => ({
  point: `p${county}`,
  month,
  sample: null,
  given,
  valid: true,
  reason: '',
})

/** The reports of all months, or of those up to `last`. */
function reportsOf(
  records: readonly PointRecord[],
  published: readonly PublishedFigure[],
  limit = LIMIT,
  sampled: readonly string[] = COUNTIES,
  last = MONTHS.at(-1)!,
): MonthReport[] {
  const series = dustfallSeries({
    ranked: COUNTIES,
    points: sampled.map((county) => ({ code: `p${county}`, county })),
    records,
    published,
    belowDetectionShare: 0.5,
  })
  return monthsOf(series)
    .filter((month) => month <= last)
    .map((month) => monthReport(series, month, limit))
}

/** The figures that publishing a month stores, converted to text and back as in the package. */
const publicationOf = (reports: readonly MonthReport[], month: Month): PublishedFigure[] =>
  reports
    .find((report) => report.month === month)!
    .rows.map(({ county, dustfallLimit, figure: { value, points } }) => ({
      county,
      month,
      value,
      publication: '2023-01-05公布',
      points: keptPointsOf(keptPointsText(points), month) ?? undefined,
      earlier: throughText(earlierFigures(reports, county, month)),
      dustfallLimit,
    }))

const throughText = (earlier: readonly EarlierMonth[]) =>
  keptEarlierOf(keptEarlierText(earlier), keptLimitsText(earlier)) ?? undefined

let data: Awaited<ReturnType<typeof sampleData>>
beforeAll(async () => {
  await startI18n('zh-CN')
  data = await sampleData()
})

function papersOfMonth(reports: readonly MonthReport[], month: Month): MeetingPapers {
  const counties = COUNTIES.map((code) => ({ code, name: code, nameEn: code, aliases: [], ranked: true }))
  const dataset = { ...data.dataset, reports, counties }
  const report = reports.find((each) => each.month === month)!
  return papersOf({ dataset, problems: data.problems }, report, i18next.getFixedT('zh-CN')).papers
}

/** All documents of a month except ※ and the lines below, which alone may mention today's data and limit. */
function printed({ parts: _, fields, scenes, map, ...papers }: MeetingPapers) {
  const bare = ({ notes: _, lines: __, ...table }: PaperTable) => table
  const { ranking, year, movers, derivation } = papers
  return {
    ...papers,
    fields: { ...fields, 更正情况: '', 公布值差异: '' },
    scenes: scenes.map(({ tables, chart, ...scene }) => ({
      ...scene,
      tables: tables.map(bare),
      chart: chart && { ...chart, series: chart.series.map(({ notes: _, ...series }) => series) },
    })),
    map: { ...map, notes: [], labels: map.labels.map((label) => ({ ...label, lines: label.lines.map(unmarked) })) },
    ranking: bare(ranking),
    year: bare(year),
    movers: bare(movers),
    derivation: bare(derivation),
  }
}
const unmarked = (text: string) => text.replace('※', '')

/** What the wall shows for a month besides its documents. */
function onTheWall(reports: readonly MonthReport[], month: Month) {
  const report = reports.find((each) => each.month === month)!
  const { now: _, ...city } = report.city
  return {
    limit: report.dustfallLimit,
    city,
    rows: report.rows.map(({ now: _, ...row }) => row),
    streaks: COUNTIES.map((county) => overStreak(monthsAsPublished(reports, report), county, month)),
    movers: moversOf(report, monthsAsPublished(reports, report)).map(({ row: { county }, streak, target }) => ({
      county,
      streak,
      target,
    })),
  }
}

describe('a published month', () => {
  const tenth = fc.integer({ min: 10, max: 140 }).map((value) => value / 10)
  const cell = fc.option(tenth, { freq: 8 })
  const table = fc.array(fc.array(cell, { minLength: COUNTIES.length, maxLength: COUNTIES.length }), {
    minLength: MONTHS.length,
    maxLength: MONTHS.length,
  })
  const recordsOf = (values: readonly (readonly (number | null)[])[]) =>
    values.flatMap((row, at) =>
      row.flatMap((value, i) => (value === null ? [] : [record(COUNTIES[i]!, MONTHS[at]!, value)])),
    )

  /** A month to publish, and the limit on that day. */
  const publishing = fc.tuple(fc.nat(MONTHS.length - 1), fc.constantFrom(LIMIT, 5, 9))

  /** Publishes months one after the other, each under the limit of its day and with the earlier publications. */
  function publishAll(
    records: readonly PointRecord[],
    published: readonly PublishedFigure[],
    order: readonly (readonly [at: number, limit: number])[],
  ): readonly PublishedFigure[] {
    const known = [...published]
    for (const [at, limit] of order) {
      const month = MONTHS[at]!
      const isDone = known.some((figure) => figure.month === month)
      if (!isDone && records.some((record) => record.month === month))
        known.push(...publicationOf(reportsOf(records, known, limit, COUNTIES, month), month))
    }
    return known
  }

  /**
   * A month just before and when it was published, and later, when all other months have changed. Some were published
   * before it and some after, each under the limit of its day.
   */
  const lives = fc.record({
    before: table.filter((rows) => rows.every((row) => row.some((value) => value !== null))),
    after: table,
    its: publishing,
    earlier: fc.array(publishing, { maxLength: 3 }),
    later: fc.array(publishing, { maxLength: 3 }),
    limitNow: fc.constantFrom(LIMIT, 5, 9),
  })
  type Table = readonly (readonly (number | null)[])[]
  interface Life {
    readonly before: Table
    readonly after: Table
    readonly its: readonly [at: number, limit: number]
    readonly earlier: readonly (readonly [at: number, limit: number])[]
    readonly later: readonly (readonly [at: number, limit: number])[]
    readonly limitNow: number
  }
  function lifeOf({ before, after, its: [at, limit], earlier, later, limitNow }: Life) {
    const month = MONTHS[at]!
    const then = recordsOf(before)
    const others = earlier.filter(([each]) => each !== at)
    const known = publishAll(then, [], others)
    const first = reportsOf(then, known, limit)
    const published = [...known, ...publicationOf(first, month)]
    const today = recordsOf(after.map((row, i) => (i === at ? before[at]! : row)))
    const now = reportsOf(today, publishAll(today, published, later), limitNow)
    return { month, first, told: reportsOf(then, published, limit), now }
  }

  it('shows on the wall what it showed when published, whatever happens to other months and to the limit', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { month, told, now } = lifeOf(life)
        expect(onTheWall(now, month)).toEqual(onTheWall(told, month))
      }),
      { numRuns: 120 },
    )
  })

  it('has the same documents as then, and publishing it changed none of their tables', () => {
    const tables = ({ ranking, year, movers, fields }: MeetingPapers) => ({ ranking, year, movers, fields })
    fc.assert(
      fc.property(lives, (life) => {
        const { month, first, told, now } = lifeOf(life)
        const papers = papersOfMonth(told, month)
        expect(printed(papersOfMonth(now, month))).toEqual(printed(papers))
        expect(tables(papers)).toEqual(tables(papersOfMonth(first, month)))
      }),
      { numRuns: 15 },
    )
  })

  const flat = (september: number) =>
    recordsOf(MONTHS.map((month) => COUNTIES.map((_, i) => (month === '2022-09' ? september : 6 + i))))

  it('has today’s comparison beside the published one, marked in the table and explained', () => {
    const published = publicationOf(reportsOf(flat(6), []), '2022-10')
    const made = papersOfMonth(reportsOf(flat(8), published), '2022-10')
    const [row] = made.ranking.rows
    expect(row!.slice(0, 5)).toEqual([1, 'a', 6, 6, 0])
    expect(made.ranking.notes![0]!.slice(0, 5).map(Boolean)).toEqual([false, false, false, true, true])
    expect(notesIn(made.ranking, 0, 1).join()).toContain('环比公布为 0.0%，按现有数据计算为 -25.0%')
    expect(notesIn(made.ranking).join()).toContain(
      '※ a（2022年9月）：未更正，与现有数据不同：公布值 6.0，按现有数据计算为 8.0；以公布值为准',
    )
    expect(made.fields.公布值差异).toContain('a公布的环比为0.0%，按现有监测数据计算为-25.0%；')
    // Also for the city's row.
    const { city } = reportsOf(flat(8), published).find(({ month }) => month === '2022-10')!
    expect([city.lastMonth, city.now.lastMonth]).toEqual([6, 8])
  })

  it('published by an earlier version, without stored comparisons, is compared with today’s figures', () => {
    const old = publicationOf(reportsOf(flat(6), []), '2022-10').map(({ earlier: _, ...figure }) => figure)
    const report = reportsOf(flat(8), old).find(({ month }) => month === '2022-10')!
    expect(report.rows[0]).toMatchObject({ lastMonth: 8, monthOnMonth: -25, now: { lastMonth: 8 } })
    expect(report.rows.flatMap(changedComparisons)).toEqual([])
    const all = reportsOf(flat(8), old)
    expect(monthsAsPublished(all, report)).toBe(all)
  })

  it('stores a year of earlier months, or more if the streak over the limit was longer', () => {
    const over = recordsOf(MONTHS.map((_, at) => COUNTIES.map((_, i) => (i === 0 && at > 3 ? 8 : 6))))
    const reports = reportsOf(over, [])
    const [a, b] = ['a', 'b'].map((county) => earlierFigures(reports, county, MONTHS.at(-1)!))
    expect(b).toEqual(new Array(12).fill({ value: 6, dustfallLimit: 7 }))
    expect(a!.map(({ value }) => value)).toEqual([...new Array(19).fill(8), 6])
  })

  it('states the result under today’s limit beside it, in documents and bulletin', () => {
    const published = publicationOf(reportsOf(flat(6), []), '2022-10')
    const made = papersOfMonth(reportsOf(flat(6), published, 8), '2022-10')
    expect(made.ranking.over).toEqual([false, false, true, true])
    expect(made.words.limit).toBe('限值 7')
    const said = '限值 7 为公布时的限值；按现行限值 8 现算，超标区县：d'
    expect(made.ranking.lines).toContain(said)
    expect(made.map.notes).toContain(said)
    expect(made.fields.公布值差异).toBe('本月按公布时的限值7判定；按现行限值8计算，超标区县为d。')
    // The next month, which was not published, is judged by today's limit; the published one still by its own.
    const november = reportsOf([...flat(6), record('c', '2022-11', 7.5)], published, 8).at(-1)!
    expect([november.dustfallLimit, november.rows[0]!.over]).toEqual([8, false])
  })

  it('without a stored limit is judged by today’s', () => {
    const old = publicationOf(reportsOf(flat(6), []), '2022-10').map(({ dustfallLimit: _, ...figure }) => figure)
    const report = reportsOf(flat(6), old, 8).find(({ month }) => month === '2022-10')!
    expect(report).toMatchObject({ dustfallLimit: 8, limits: [8] })
    expect(papersOfMonth(reportsOf(flat(6), old, 8), '2022-10').ranking.lines).toEqual([])
  })

  it('keeps its ranks if a county that had no point then has data now', () => {
    const without = COUNTIES.filter((county) => county !== 'a')
    const first = reportsOf(flat(6), [], LIMIT, without)
    const published = publicationOf(first, '2022-10')
    expect(published.find(({ county }) => county === 'a')).toMatchObject({ value: null, points: undefined })
    const now = reportsOf(flat(6), published)
    const october = now.find(({ month }) => month === '2022-10')!
    expect(october.rows.map(({ county, rank }) => [county, rank])).toEqual([
      ['b', 1],
      ['c', 2],
      ['d', 3],
      ['a', null],
    ])
    const figure = october.rows.at(-1)!.figure
    expect([figure.value, figure.points, figure.now.value]).toEqual([null, [], 6])
    const made = papersOfMonth(now, '2022-10')
    expect(notesIn(made.ranking).join()).toContain(
      'a（2022年10月）：未更正，与现有数据不同：公布值 —，按现有数据计算为 6.0',
    )
    expect(made.ranking.rows.map((row) => row[0])).toEqual([1, 2, 3, null])
    expect(made.derivation.rows.find((row) => row[0] === 'a')).toContain('无监测点位')
  })
})
