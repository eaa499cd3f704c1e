import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { addMonths } from '@/domain/calendar'
import type { PublishedFigure } from '@/domain/dustfall/county-month'
import { type MonthReport, monthReport } from '@/domain/dustfall/month-report'
import { dustfallSeries, monthsOf } from '@/domain/dustfall/series'
import { papersOf } from '@/features/meeting/papers'
import { startI18n } from '@/i18n'
import { linesSvg } from '@/io/papers/page/page-lines'
import { barHtml } from '@/io/papers/page/page-table'
import { limitAt } from '@/io/papers/papers'
import { limitText } from '@/store/words/limit-text'
import { sampleData } from './decks'

const LAST = '2022-10'
const MONTHS = Array.from({ length: 14 }, (_, i) => addMonths(LAST, i - 13))
const COUNTIES = ['a', 'b', 'c']

/** Months of 8 for 甲, 6 for 乙 and 5 for 丙, each published under its own limit. */
function reportsOf(limitOf: (month: string, county: string) => number, limitNow = 7): MonthReport[] {
  const published = MONTHS.flatMap((month) =>
    COUNTIES.map((county, i): PublishedFigure => {
      const value = [8, 6, 5][i]!
      return { county, month, value, publication: '', dustfallLimit: limitOf(month, county) }
    }),
  )
  const series = dustfallSeries({ ranked: COUNTIES, points: [], records: [], published, belowDetectionShare: 0.5 })
  return monthsOf(series).map((month) => monthReport(series, month, limitNow))
}
/** 9 until 2022-08, then 7. */
const stepped = reportsOf((month) => (month < '2022-09' ? 9 : 7))
/** 甲 was late in October, and was published under another limit. */
const mixed = reportsOf((month, county) => (month === LAST && county === 'a' ? 9 : 7))

let data: Awaited<ReturnType<typeof sampleData>>
const t = i18next.getFixedT('zh-CN')
beforeAll(async () => {
  await startI18n('zh-CN')
  data = await sampleData()
})

function papers(reports: readonly MonthReport[]) {
  const names = ['甲县', '乙县', '丙县']
  const counties = COUNTIES.map((code, i) => ({ code, name: names[i]!, nameEn: code, aliases: [], ranked: true }))
  const dataset = { ...data.dataset, reports, counties }
  return papersOf({ dataset, problems: data.problems }, reports.at(-1)!, i18next.getFixedT('zh-CN')).papers
}
const chartOf = (reports: readonly MonthReport[], scene: string) =>
  papers(reports).scenes.find((each) => each.scene === scene)!.chart!

describe('the limits of several months as text', () => {
  it('are one if they are equal, otherwise each with its months', () => {
    expect(limitText(t, ...stepped.slice(-2))).toBe('限值 7')
    expect(limitText(t, ...stepped.slice(-4))).toBe('限值 9（2022年7至8月）；7（2022年9至10月）')
    expect(limitText(t, stepped.at(-3)!, stepped.at(-1)!)).toBe('限值 9（2022年8月）；7（2022年10月）')
    expect(limitText(t, mixed.at(-1)!)).toBe('限值 7、9')
  })
})

describe('a chart over months with several limits', () => {
  it('has a line for each over its months, and a key with both', () => {
    const chart = chartOf(stepped, 'year')
    expect(chart.limit!.said).toBe('限值 9（2021年11月至2022年8月）；7（2022年9至10月）')
    expect(chart.limit!.lines).toEqual([
      { name: '限值 9', values: [...new Array(10).fill(9), null, null] },
      { name: '限值 7', values: [...new Array(10).fill(null), 7, 7] },
    ])
    expect([limitAt(chart, 9), limitAt(chart, 10), limitAt(chart, 12)]).toEqual([9, 7, null])
  })

  it('changes between the limits half way between two months in the page’s drawing', () => {
    const [path] = linesSvg(chartOf(stepped, 'year'), 'x').match(
      /<path d="[^"]*" fill="none" stroke="#1B242B" stroke-width="2"/,
    )!
    // Twelve months: one horizontal step each, and a vertical one where the limit changes.
    expect(path.match(/H/g)).toHaveLength(12)
    expect(new Set(path.match(/(?<= )[\d.]+(?=H)/g)).size).toBe(2)
  })

  it('states in the year’s table and beside the movers when each limit applied', () => {
    const { year, scenes } = papers(stepped)
    expect(year.lines).toContain('限值 9（2021年11月至2022年8月）；7（2022年9至10月）')
    const movers = scenes.find(({ scene }) => scene === 'movers')!.chart!
    expect(movers.limit!.said).toBe('限值 9（2021年10月）；7（2022年10月）')
    // 8 was within 9 and is over 7.
    expect(year.overCells![year.rows.findIndex(([name]) => name === '甲县')]!.slice(1, -1)).toEqual([
      ...new Array(10).fill(false),
      true,
      true,
    ])
  })

  it('has one line for one limit, and no table mentions months', () => {
    const same = reportsOf(() => 7)
    expect(chartOf(same, 'year').limit).toEqual({
      said: '限值 7',
      lines: [{ name: '限值 7', values: new Array(12).fill(7) }],
    })
    expect(papers(same).year.lines!.join()).not.toContain('限值')
  })
})

describe('a month whose counties were published under several limits', () => {
  it('is judged county by county, and its heading has both limits and their counties', () => {
    const made = papers(mixed)
    expect(made.words.limit).toBe('限值 7、9')
    expect(made.fields.限值).toBe('7、9')
    expect(made.fields.超标数).toBe('0')
    expect(made.ranking.over).toEqual([false, false, false])
    expect(made.ranking.lines).toContain(
      '本月各区县限值不同：限值 9 为甲县；限值 7 为其余区县；按现行限值 7 现算，超标区县：甲县',
    )
    expect(made.map.legend.map(({ text }) => text).filter((text) => text.startsWith('限值'))).toEqual([
      '限值 7：≤ 3',
      '限值 9：≤ 4',
    ])
  })

  it('has in its chart the limit of each county at its bar', () => {
    const chart = chartOf(mixed, 'ranking')
    expect(chart.categories.map((name, i) => [name.slice(0, 1), limitAt(chart, i)])).toEqual([
      ['丙', 7],
      ['乙', 7],
      ['甲', 9],
    ])
    // 8 is within its limit of 9, so that no part of its bar is highlighted.
    expect(barHtml(chart, 2)).not.toContain('<b ')
    expect(barHtml(chartOf(stepped, 'ranking'), 2)).toContain('<b ')
  })

  it('leaves undecided whether the city’s mean is over if the limits disagree', () => {
    const over = (reports: readonly MonthReport[]) => papers(reports).ranking.total!.at(-1)
    // (8 + 6 + 5) / 3 = 6.3
    expect(over(mixed)).toBe('达标')
    expect(over(reportsOf((month, county) => (month === LAST && county === 'a' ? 9 : 6)))).toBeNull()
  })
})
