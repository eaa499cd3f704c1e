import fc from 'fast-check'
import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { addMonths, type Month } from '@/domain/calendar'
import { publishedCountyMonth } from '@/domain/dustfall/county-month'
import { type MonthReport, monthReport } from '@/domain/dustfall/month-report'
import {
  citySubtitle,
  countyHeadline,
  type Headline,
  headlineText,
  mapHeadline,
  moversHeadline,
  raceHeadline,
  rankingHeadline,
  tasksHeadline,
  yearHeadline,
} from '@/features/meeting/headlines'
import { startI18n } from '@/i18n'

beforeAll(() => startI18n('zh-CN'))

const LIMIT = 7
const FIRST: Month = '2021-01'
/** Names without digits, so that every number of a headline is a finding. */
const nameOf = (county: string) => `${String.fromCodePoint(0x4e00 + Number(county))}县`

/** Months of figures, each with one for every county. */
type Figures = readonly (readonly (number | null)[])[]

function reportsOf(figures: Figures): MonthReport[] {
  const months = figures.map((_, i) => addMonths(FIRST, i))
  const ranked = (figures[0] ?? []).map((_, i) => String(i))
  const figure = (county: string, i: number) =>
    publishedCountyMonth({ county, month: months[i]!, value: figures[i]![Number(county)]!, publication: '' }, undefined)
  const series = {
    ranked,
    months: new Map(ranked.map((county) => [county, new Map(months.map((month, i) => [month, figure(county, i)]))])),
  }
  return months.map((month) => monthReport(series, month, LIMIT))
}

function ground(figures: Figures, language = 'zh-CN') {
  const reports = reportsOf(figures)
  return { t: i18next.getFixedT(language), report: reports.at(-1)!, reports, nameOf }
}
const say = (of: (on: ReturnType<typeof ground>) => Headline, figures: Figures) => headlineText(of(ground(figures)))

describe('the headline of the ranking', () => {
  it('says how many are over and who has been longest', () => {
    expect(
      say(rankingHeadline, [
        [5, 8, 7],
        [5, 8, 9],
      ]),
    ).toBe('2 个区县超标，丁县至少连续 2 个月超标'.replace('丁', '丁'[0]!).replace('丁', nameOf('1')[0]!))
    expect(
      rankingHeadline(
        ground([
          [5, 8, 7],
          [5, 8, 9],
        ]),
      ).over,
    ).toBe('2 个区县超标')
    expect(
      say(rankingHeadline, [
        [1, 1],
        [5, 8],
        [5, 8],
      ]),
    ).toBe('丁县超标（8.0），已连续 2 个月')
    expect(say(rankingHeadline, [[7], [7.1]])).toBe('一县超标（7.1），本月转为超标')
    expect(
      say(rankingHeadline, [
        [1, 1],
        [8, 8],
      ]),
    ).toBe('2 个区县超标，均为本月转为超标')
  })

  it('does not say since when where it is not known', () => {
    expect(say(rankingHeadline, [[8, 9]])).toBe('2 个区县超标')
    expect(
      say(rankingHeadline, [
        [null, 5],
        [8, 5],
      ]),
    ).toBe('一县超标（8.0）')
  })

  it('says that all are within, that some have no figure, and that none has', () => {
    expect(say(rankingHeadline, [[7, 7, 3]])).toBe('3 个区县均未超标，最高为一县、丁县 7.0')
    expect(say(rankingHeadline, [[9, null]])).toBe('一县超标（9.0），1 个区县无有效数值')
    expect(say(rankingHeadline, [[null, null]])).toBe('本月没有有效数值')
    expect(say(rankingHeadline, [[]])).toBe('本月没有有效数值')
  })

  it('says the number of those that tie for longest where they are many', () => {
    expect(
      say(rankingHeadline, [
        [8, 8, 8],
        [8, 8, 8],
      ]),
    ).toBe('3 个区县超标，3 个区县至少连续 2 个月超标')
  })
})
