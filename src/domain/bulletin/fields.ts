import { addMonths } from '@/domain/calendar'
import { differsNow, isCorrected, pointsDifferNow } from '@/domain/dustfall/county-month'
import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import type { PointMonth } from '@/domain/dustfall/point-month'
import { mean, roundHalfEven, tenth } from '@/domain/dustfall/rounding'
import { overStreak } from '@/domain/dustfall/streak'
import { withOfficialDays } from './official'

/** What a bulletin is written from: the same reports that the wall shows. */
export interface BulletinFacts {
  readonly city: string
  readonly report: MonthReport
  /** All months, for streaks and the city's mean of the year. */
  readonly reports: readonly MonthReport[]
  readonly countyName: (code: string) => string
  readonly pointName: (code: string) => string
  /** Classes of the data in words; empty where all of it is real. */
  readonly dataNote: string
  /** Requirements, a sentence each. */
  readonly demands: readonly string[]
}

/** Tables that a template can name. */
export const BULLETIN_TABLES = ['排名表', '点位表'] as const

const CAUSES = { missing: '缺测', void: '无效', 'below-zero': '称量结果为负' }
const MOST_NAMED = 3
const figure = (value: number | null) => (value === null ? '—' : tenth(value))

/** 同比下降9.0% and its like; empty without anything to compare with. */
function change(what: string, percent: number | null): string {
  if (percent === null) return ''
  if (percent === 0) return `，${what}持平`
  return `，${what}${percent < 0 ? '下降' : '上升'}${tenth(Math.abs(percent))}%`
}

const list = (texts: readonly string[]) => (texts.length === 0 ? '' : `${texts.join('；')}。`)

/** The fields of a bulletin, by name. A sentence for which there is nothing is empty, and its paragraph is left out. */
export function bulletinFields(facts: BulletinFacts): Readonly<Record<string, string>> {
  const { city, report, reports, countyName, dataNote, demands } = facts
  const { rows, dustfallLimit, month } = report
  const year = month.slice(0, 4)
  const ranked = rows.filter(({ figure: { value } }) => value !== null)
  const over = rows.filter((row) => row.over)
  const named = (value: number | null) =>
    ranked
      .filter((row) => row.figure.value === value)
      .map(({ county }) => countyName(county))
      .join('、')
  const said = (row: RankedCounty) =>
    `${countyName(row.county)}${figure(row.figure.value)}${change('环比', row.monthOnMonth)}${change('同比', row.yearOnYear)}`
  const moved = (sign: 1 | -1) =>
    rows
      .filter(({ yearOnYear }) => yearOnYear !== null && Math.sign(yearOnYear) === sign)
      .sort((a, b) => sign * (b.yearOnYear! - a.yearOnYear!))
      .slice(0, MOST_NAMED)
      .map(({ county, yearOnYear }) => `${countyName(county)}${tenth(Math.abs(yearOnYear!))}%`)
  const streaks = over
    .map(({ county }) => ({ county, streak: overStreak(reports, county, month) }))
    .filter(({ streak }) => streak.months > 1)
  const yearMeans = reports
    .filter((each) => each.month.startsWith(year) && each.month <= month)
    .flatMap((each) => (each.city.mean === null ? [] : [each.city.mean]))
  const yearMean = mean(yearMeans)
  const [better, worse] = [moved(-1), moved(1)]
  const risen = worse.length === 0 ? '' : `同比升高幅度较大的区县：${worse.join('、')}。`
  return {
    城市: city,
    年: year,
    月: String(Number(month.slice(5))),
    年月: `${year}年${Number(month.slice(5))}月`,
    上月: `${addMonths(month, -1).slice(0, 4)}年${Number(addMonths(month, -1).slice(5))}月`,
    限值: String(dustfallLimit),
    全市均值: figure(report.city.mean),
    全市环比: change('环比', report.city.monthOnMonth),
    全市同比: change('同比', report.city.yearOnYear),
    累计情况:
      // With months missing it would not be the mean of these months.
      yearMean === null || yearMeans.length < Number(month.slice(5))
        ? ''
        : `今年1至${Number(month.slice(5))}月全市累计均值为${tenth(yearMean)}吨/（平方公里·月）。`,
    最大值: figure(report.city.max),
    最大区县: named(report.city.max),
    最小值: figure(report.city.min),
    最小区县: named(report.city.min),
    排名区县数: String(ranked.length),
    达标数: String(ranked.length - over.length),
    超标数: String(over.length),
    超标情况: over.length === 0 ? '本月各区县均未超过限值。' : list(over.map(said)),
    连续超标: list(
      streaks.map(({ county, streak: { months, atLeast } }) =>
        atLeast
          ? `${countyName(county)}至少已连续${months}个月超标（再往前一月无有效数据）`
          : `${countyName(county)}已连续${months}个月超标`,
      ),
    ),
    改善情况: better.length === 0 ? '' : `同比改善幅度较大的区县：${better.join('、')}。`,
    升高情况: risen,
    // What templates of earlier versions call it.
    恶化情况: risen,
    无效点位: voidPoints(facts) || '本月各监测点位数据均有效。',
    更正情况: list(
      rows.flatMap(({ county, figure: month }) => [
        ...(isCorrected(month) ? [`${countyName(county)}：${withOfficialDays(month.publication)}`] : []),
        ...(differsNow(month)
          ? [
              `${countyName(county)}公布值${figure(month.value)}，按现有监测数据计算为${figure(month.now.value)}，以公布值为准`,
            ]
          : []),
      ]),
    ),
    工作要求: demands.map((demand, i) => `${i + 1}.${demand}`).join('\n'),
    数据性质: dataNote,
  }
}

function voidPoints({ report, countyName, pointName }: BulletinFacts): string {
  return list(
    report.rows.flatMap(({ county, figure: { points } }) =>
      points.flatMap((point) =>
        point.counted
          ? []
          : [
              `${countyName(county)}${pointName(point.point)}${CAUSES[point.cause]}${point.reason ? `（${point.reason}）` : ''}，未计入`,
            ],
      ),
    ),
  )
}

/** How each county's figure came about, by {@link DERIVATION_COLUMNS}: a row for each point, or one for a county without any. */
export function derivationRows({ report, countyName, pointName }: BulletinFacts): (string | number | null)[][] {
  return report.rows.flatMap(({ county, figure: month }) => {
    const { points, exact, value, origin, now } = month
    const end = [
      exact === null ? null : Number(exact),
      exact === null ? null : roundHalfEven(exact),
      origin === 'published' ? value : null,
      differsNow(month) || pointsDifferNow(month) ? now.value : null,
    ]
    if (points.length === 0)
      return [[countyName(county), null, null, origin === 'published' ? '公布值' : '无监测点位', ...end]]
    return points.map((point) => {
      const today = now.points.find((each) => each.point === point.point)
      const said = [notCounted(point), ...(today && isOther(point, today) ? [`现有数据：${pointText(today)}`] : [])]
      const measured = point.counted ? Number(point.measured) : null
      return [countyName(county), pointName(point.point), measured, said.filter(Boolean).join('；'), ...end]
    })
  })
}

/** Why the value of a point does not count as it was measured; empty where it does. */
function notCounted(point: PointMonth): string {
  if (point.counted) return point.belowDetection ? `低于检出限，按${point.value}计` : ''
  return `${CAUSES[point.cause]}${point.reason ? `（${point.reason}）` : ''}`
}

const pointText = (point: PointMonth) => (point.counted ? Number(point.measured).toFixed(4) : notCounted(point))
const isOther = (kept: PointMonth, today: PointMonth) => pointText(kept) !== pointText(today)

/** Headings of the derivation, and how the figures of each are printed. */
export const DERIVATION_COLUMNS = [
  ['区县', 'text'],
  ['监测点位', 'text'],
  ['监测值', 'fourth'],
  ['说明', 'text'],
  ['有效点位均值', 'fourth'],
  ['修约后（GB/T 8170）', 'tenth'],
  ['公布值', 'tenth'],
  ['现算', 'tenth'],
] as const
