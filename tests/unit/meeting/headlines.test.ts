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
  tasksRemainder,
  tasksUntilText,
  yearHeadline,
} from '@/features/meeting/headlines'
import { comparedText, earlierMeansText } from '@/features/meeting/missing'
import { loadEnglish, startI18n } from '@/i18n'

beforeAll(async () => {
  await startI18n('zh-CN')
  await loadEnglish()
})

const LIMIT = 7
const FIRST: Month = '2021-01'
/** Names without digits, so that every number in a headline comes from the data. */
const NAMES = [...'甲乙丙丁戊己庚辛壬癸']
const nameOf = (county: string) => `${NAMES[Number(county)]}县`

/** Months of figures, each with one per county. */
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
  it('states how many are over the limit and which has the longest streak', () => {
    const figures = [
      [5, 5, 8],
      [5, 8, 9],
    ]
    expect(rankingHeadline(ground(figures)).over).toBe('2 个区县超标')
    expect(say(rankingHeadline, figures)).toBe('2 个区县超标，丙县至少连续 2 个月超标')
    expect(say(rankingHeadline, [[1, 1], ...[1, 2].map(() => [5, 8])])).toBe('乙县超标（8.0），已连续 2 个月')
    expect(say(rankingHeadline, [[7], [7.1]])).toBe('甲县超标（7.1），本月转为超标')
    expect(say(rankingHeadline, [[1, 7], ...[[8, 8]]])).toBe('2 个区县超标，均为本月转为超标')
  })

  it('does not mention earlier months if they are unknown', () => {
    expect(say(rankingHeadline, [[8, 9]])).toBe('2 个区县超标')
    expect(say(rankingHeadline, [[null], [8]])).toBe('甲县超标（8.0）')
  })

  it('states that all are within, that some have no figure, or that none has', () => {
    expect(say(rankingHeadline, [[7, 7, 3]])).toBe('3 个区县均未超标，最高为甲县、乙县 7.0')
    expect(say(rankingHeadline, [[9, null]])).toBe('甲县超标（9.0），乙县无有效数据')
    expect(say(rankingHeadline, [[null, null]])).toBe('本月没有有效数值')
    expect(say(rankingHeadline, [[]])).toBe('本月没有有效数值')
  })

  it('states the number of counties that tie for the longest streak if they are many', () => {
    const all = [8, 8, 8]
    expect(say(rankingHeadline, [all, all])).toBe('3 个区县超标，3 个区县至少连续 2 个月超标')
  })
})

describe('the headlines of the other scenes', () => {
  it('name the counties over the limit, or the range of figures if there are none', () => {
    expect(say(mapHeadline, [[7.1, 9, 3]])).toBe('超标：乙县 9.0、甲县 7.1')
    expect(say(mapHeadline, [[8, 9, 10]])).toBe('超标：丙县 10.0、乙县 9.0等 3 个区县')
    expect(say(mapHeadline, [[3, 4, null]])).toBe('2 个区县均未超标，最低甲县 3.0，最高乙县 4.0，丙县无有效数据')
  })

  it('count months over the limit, moves in rank, and changes against last year', () => {
    const months = [
      [8, 1, 9],
      [8, 2, 7],
    ]
    expect(say(yearHeadline, months)).toBe('近 2 个月有 2 个区县超标，甲县超标月数最多（2 个月）')
    expect(say(yearHeadline, [[1], [null]])).toBe('近 2 个月各区县均未超标')
    expect(say(yearHeadline, [[null]])).toBe('本月没有有效数值')
    expect(say(raceHeadline, months)).toBe('与上月相比，丙县上升最多（1 位），甲县下降最多（1 位）')
    expect(say(raceHeadline, [[1, 2]])).toBe('没有上月排名可比')
    // The first county has no figure now; the others have not risen because of that.
    expect(
      say(raceHeadline, [
        [1, 2, 3, 4],
        [null, 2, 4, 3],
      ]),
    ).toBe('与上月相比，丁县上升最多（1 位），丙县下降最多（1 位）')
    const [before, after] = [
      [1, 2, 3, 4],
      [4, 1, 2, 3],
    ]
    expect(say(raceHeadline, [before, after])).toBe(
      '与上月相比，乙县、丙县等 3 个区县上升最多（1 位），甲县下降最多（3 位）',
    )
    expect(say(yearHeadline, [[8, 9, 3]])).toBe('仅 1 个月数据')
    expect(say(raceHeadline, [...months.slice(1), ...months.slice(1)])).toBe('各区县排名与上月相同')
    const yearAgo = [[4, 4, 4, null], ...Array.from({ length: 11 }, () => [1, 1, 1, 1]), [5, 3, 4, 4]]
    expect(say(moversHeadline, yearAgo)).toBe('同比改善 1 个区县，升高 1 个，甲县升高最多（25.0%）')
    expect(say(moversHeadline, months)).toBe('无同期数据可比')
    expect(citySubtitle(ground(yearAgo))).toBe('全市 4.0，与去年同期持平，比上月上升 300.0%')
  })

  it('give the means that a change of the city rests on, and over how many counties if some are left out', () => {
    const { t, report } = ground([
      [4, 6, 20],
      [5, 6, null],
    ])
    expect(citySubtitle({ t, report })).toBe('全市 5.5，比上月上升 10.0%')
    expect(comparedText(t, report)).toBe(
      '全市环比按两期均有数据的 2 个区县计算：上月均值 5.0，本月均值 5.5（上月全市均值 10.0 为 3 个区县的均值）',
    )
    expect(earlierMeansText(t, report)).toBe('')
    const both = [
      [4, 6, 20, null],
      [5, 6, null, 16],
    ]
    expect(comparedText(t, ground(both).report)).toBe(
      '全市环比按两期均有数据的 2 个区县计算：上月均值 5.0，本月均值 5.5（上月全市均值 10.0 为 3 个区县的均值、本月全市均值 9.0 为 3 个区县的均值）',
    )
    const whole = ground([[4, 6], ...Array.from({ length: 10 }, () => [1, 1]), [4, 4], [5, 6]]).report
    expect(comparedText(t, whole)).toBe('')
    expect(earlierMeansText(t, whole)).toBe('全市均值：上月 4.0、去年同期 5.0')
  })

  it('mark the figures that the tables mark', () => {
    // Published with two decimals: both are shown rounded.
    const rounded = [[5.25, 3.14, 4, 4]]
    expect(say(mapHeadline, rounded)).toBe('4 个区县均未超标，最低乙县 3.1※，最高甲县 5.2※')
    expect(say(rankingHeadline, rounded)).toBe('4 个区县均未超标，最高为甲县 5.2※')
    expect(say((on) => countyHeadline(on, '1'), rounded)).toMatch(/^乙县.*3\.1※/)
    const over = [[5, 7.14, 8.15, 4]]
    expect(say(mapHeadline, over)).toBe('超标：丙县 8.2※、乙县 7.1※')
    expect(say(mapHeadline, [[5, 3, 4, 4]])).not.toContain('※')
  })

  it('rank one county, and count targets met and overdue findings', () => {
    expect(
      say(
        (on) => countyHeadline(on, '1'),
        [
          [5, 8, 7],
          [5, 8, 9],
        ],
      ),
    ).toBe('乙县超标（8.0），至少连续 2 个月，排名第 2（共 3 个）')
    expect(say((on) => countyHeadline(on, '0'), [[5, 8, null]])).toBe('甲县达标（5.0），排名第 1（共 2 个）')
    expect(say((on) => countyHeadline(on, '2'), [[5, 8, null]])).toBe('丙县本月没有有效数值')
    const { t } = ground([[1]])
    const counts = { met: 3, partlyMet: 1, notMet: 6, notDue: 1, noData: 9 }
    const stands = {
      notJudgedUntil: null,
      targets: new Array(20),
      ...counts,
      overdue: 122,
      pastUnknown: 0,
      toVerify: null,
    }
    expect(headlineText(tasksHeadline({ t }, stands))).toBe('20 项目标：6 项未达到，122 项问题已逾期')
    expect(tasksRemainder({ t }, stands)).toBe('3 项达到、1 项有数据的部分达到、1 项未到期、9 项无数据')
    const noneMissed = { ...stands, notMet: 0, noData: 15 }
    expect(headlineText(tasksHeadline({ t }, noneMissed))).toBe(
      '20 项目标：3 项达到、1 项有数据的部分达到、1 项未到期、15 项无数据，122 项问题已逾期',
    )
    expect(tasksUntilText({ t }, '2022-10-31', '2022-10-31')).toBe('')
    expect(tasksUntilText({ t }, '2022-10-31', '2026-12-01')).toBe(
      '工作任务统计到2022年10月31日，其后至2026年12月1日的检查和整改未计入',
    )
    expect(tasksRemainder({ t }, noneMissed)).toBe('')
    expect(tasksRemainder({ t }, { ...noneMissed, pastUnknown: 2 })).toBe('2 项已过期限而无数据')
    expect(headlineText(tasksHeadline({ t }, { ...stands, overdue: 0, pastUnknown: 2 }))).toMatch(
      /，没有逾期问题，2 项已过期限而无数据$/,
    )
    const toVerify = { count: 3, dataClass: 'illustrative' as const }
    expect(tasksRemainder({ t }, { ...stands, toVerify })).toMatch(/、9 项无数据，3 项据监测或定位数据（示例）待核实$/)
    expect(headlineText(tasksHeadline({ t }, { ...stands, notJudgedUntil: '2022-05-30' }))).toBe(
      '工作方案自2022年5月30日起执行，本月不作判定',
    )
  })
})

describe('no headline has a wrong number', () => {
  const figure = fc.option(
    fc.integer({ min: 55, max: 85 }).map((tenths) => tenths / 10),
    { freq: 6, nil: null },
  )
  const figures = fc
    .tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 14 }))
    .chain(([counties, months]) =>
      fc.array(fc.array(figure, { minLength: counties, maxLength: counties }), {
        minLength: months,
        maxLength: months,
      }),
    )
  const countyOf = (name: string) => NAMES.indexOf(name)
  /** The length of a streak over the limit, counted in the simplest way. */
  function streakOf(all: Figures, county: number) {
    let months = 0
    while ((all.at(-1 - months)?.[county] ?? 0) > LIMIT) months++
    return { months, known: all.at(-1 - months)?.[county] != null }
  }

  it('in the ranking: the count, the streak, and whether it may be longer', () => {
    fc.assert(
      fc.property(figures, (all) => {
        const text = say(rankingHeadline, all)
        const last = all.at(-1)!
        const over = last.flatMap((value, county) => (value !== null && value > LIMIT ? [county] : []))
        const absent = last.filter((value) => value === null).length
        const without = /，([^，]*)无有效数据/.exec(text)?.[1] ?? ''
        const said = /^(\d+) 个区县$/.exec(without)?.[1] ?? (without === '' ? 0 : without.split('、').length)
        expect(Number(said)).toBe(absent === last.length ? 0 : absent)
        if (over.length === 0) {
          expect(text).not.toMatch(/(?<!未)超标/)
          return
        }
        const one = /^(.)县超标（([\d.]+)）/.exec(text)
        if (one) expect([countyOf(one[1]!), one[2]]).toEqual([over[0], last[over[0]!]!.toFixed(1)])
        expect(one ? 1 : Number(/^(\d+) 个区县超标/.exec(text)![1])).toBe(over.length)
        const streaks = over.map((county) => streakOf(all, county))
        const longest = Math.max(...streaks.map(({ months }) => months))
        const told = /(至少)?连续 (\d+) 个月/.exec(text)
        expect(told ? Number(told[2]) : 1).toBe(longest)
        const [, named] = /，([^，]*)县(?:至少)?连续/.exec(text) ?? []
        for (const name of named?.split('县、') ?? []) {
          if (one || /\d/.test(name)) continue
          expect(streakOf(all, countyOf(name)).months).toBe(longest)
        }
        const unsure = streaks.some(({ months, known }) => months === longest && !known)
        if (told) expect(told[1] !== undefined).toBe(unsure)
        expect(/转为超标/.test(text)).toBe(longest === 1 && !unsure)
      }),
      { numRuns: 1000 },
    )
  })

  it('in year and race: counts of months, and moves in rank', () => {
    fc.assert(
      fc.property(figures, (all) => {
        const shown = all.slice(-12)
        const counts = all[0]!.map((_, county) => shown.filter((month) => (month[county] ?? 0) > LIMIT).length)
        const on = ground(all)
        const text = headlineText(yearHeadline(on))
        const told = /近 (\d+) 个月有 (\d+) 个区县超标，(.*)超标月数最多（(\d+) 个月）/.exec(text)
        const ever = counts.filter((count) => count > 0).length
        expect(told !== null).toBe(ever > 0 && all.length > 1)
        if (told) expect([told[1], told[2], told[4]].map(Number)).toEqual([shown.length, ever, Math.max(...counts)])

        // Ranks among those with a figure in both months, counted in the simplest way.
        const [now, before] = [all.at(-1)!, all.at(-2) ?? []]
        const both = now.flatMap((value, i) => (value !== null && before[i] != null ? [i] : []))
        const place = (of: readonly (number | null)[], i: number) => both.filter((j) => of[j]! < of[i]!).length
        const moved = new Map(both.map((i) => [nameOf(String(i)), place(before, i) - place(now, i)] as const))
        const race = headlineText(raceHeadline(on))
        for (const [, names, way, places] of race.matchAll(/，([^，]*)(上升|下降)最多（(\d+) 位）/g)) {
          const most = way === '上升' ? Math.max(...moved.values()) : -Math.min(...moved.values())
          expect(Number(places)).toBe(most)
          const count = [...moved.values()].filter((value) => (way === '上升' ? value : -value) === most).length
          const named = names!.replace(/等 \d+ 个区县$/, '').split('、')
          expect(Number(/等 (\d+) 个/.exec(names!)?.[1] ?? named.length)).toBe(count)
          for (const name of named) expect(way === '上升' ? moved.get(name)! : -moved.get(name)!).toBe(most)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('no text is missing in either language, for any figures', () => {
    fc.assert(
      fc.property(figures, fc.constantFrom('zh-CN', 'en'), (all, language) => {
        const on = ground(all, language)
        const lines = [rankingHeadline, mapHeadline, yearHeadline, raceHeadline, moversHeadline].map((of) => of(on))
        for (const line of [...lines, countyHeadline(on, '0')]) {
          expect(headlineText(line)).not.toMatch(/\{|\}|null|undefined|NaN|meeting\.|Infinity/)
          expect(headlineText(line)).not.toBe('')
        }
      }),
      { numRuns: 300 },
    )
  })
})
