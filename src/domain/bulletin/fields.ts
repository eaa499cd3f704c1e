import { addMonths } from '@/domain/calendar'
import { cityYearMean } from '@/domain/dustfall/city-month'
import { differsNow, isCorrected, pointsDifferNow } from '@/domain/dustfall/county-month'
import { overLimitNow } from '@/domain/dustfall/limit-now'
import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import type { PointMonth } from '@/domain/dustfall/point-month'
import { toldOtherwise } from '@/domain/dustfall/published-months'
import { roundHalfEven, tenth } from '@/domain/dustfall/rounding'
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
  /** Warnings of the month and how they were responded to, in lines; '' where there was none. */
  readonly warnings: string
  /** Cases on abnormal values of the month and what came of them, in lines; '' where there were none. */
  readonly cases: string
  /** Requirements, a sentence each. */
  readonly demands: readonly string[]
  /** Which counties have no figure, and which the city's mean and changes are of; '' where all have one. */
  readonly missing: string
}

/** Tables that a template can name. */
export const BULLETIN_TABLES = ['排名表', '点位表', '预警表', '处置表'] as const

/** Those of a month that say something: no points led to figures that were published alone, and not every month has warnings and cases. */
export const tablesOf = ({
  report: { rows },
  warnings,
  cases,
}: Pick<BulletinFacts, 'report' | 'warnings' | 'cases'>): readonly (typeof BULLETIN_TABLES)[number][] =>
  BULLETIN_TABLES.filter((table) => {
    if (table === '预警表') return warnings !== ''
    if (table === '处置表') return cases !== ''
    return table !== '点位表' || rows.some(({ figure: { points } }) => points.length > 0)
  })

const CAUSES = { missing: '缺测', void: '无效', 'below-zero': '称量结果为负' }
const MOST_NAMED = 3
/** What of a published comparison is said where today's data leads elsewhere; a place of its own is not. */
const COMPARED: Partial<Record<ReturnType<typeof toldOtherwise>[number], { of: string; unit: string }>> = {
  monthOnMonth: { of: '环比', unit: '%' },
  yearOnYear: { of: '同比', unit: '%' },
  accumulated: { of: '累计均值', unit: '' },
}
const figure = (value: number | null) => (value === null ? '—' : tenth(value))

/** 同比下降9.0% and its like; empty without anything to compare with. */
function change(what: string, percent: number | null): string {
  if (percent === null) return ''
  if (percent === 0) return `，${what}持平`
  return `，${what}${percent < 0 ? '下降' : '上升'}${tenth(Math.abs(percent))}%`
}

/** The first of an order, and who shares the last of their places. */
const firstWithTies = <T>(ordered: readonly T[], of: (each: T) => number | null): readonly T[] =>
  ordered.filter((each, i) => i < MOST_NAMED || of(each) === of(ordered[MOST_NAMED - 1]!))

const list = (texts: readonly string[]) => (texts.length === 0 ? '' : `${texts.join('；')}。`)

/** The fields of a bulletin, by name. A sentence for which there is nothing is empty, and its paragraph is left out. */
export function bulletinFields(facts: BulletinFacts): Readonly<Record<string, string>> {
  const { city, report, reports, countyName, dataNote, demands, missing, warnings, cases } = facts
  const { rows, limits, month } = report
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
    firstWithTies(
      rows
        .filter(({ yearOnYear }) => yearOnYear !== null && Math.sign(yearOnYear) === sign)
        .sort((a, b) => sign * (b.yearOnYear! - a.yearOnYear!)),
      ({ yearOnYear }) => yearOnYear,
    ).map(({ county, yearOnYear }) => `${countyName(county)}${tenth(Math.abs(yearOnYear!))}%`)
  const streaks = over
    .map(({ county }) => ({ county, streak: overStreak(reports, county, month) }))
    .filter(({ streak }) => streak.months > 1)
  const yearMean = cityYearMean(
    reports.map(({ city }) => city),
    month,
  )
  const [better, worse] = [moved(-1), moved(1)]
  const risen = worse.length === 0 ? '' : `同比升高幅度较大的区县：${worse.join('、')}。`
  return {
    城市: city,
    年: year,
    月: String(Number(month.slice(5))),
    年月: `${year}年${Number(month.slice(5))}月`,
    上月: `${addMonths(month, -1).slice(0, 4)}年${Number(addMonths(month, -1).slice(5))}月`,
    限值: limits.join('、'),
    全市均值: figure(report.city.mean),
    全市环比: change('环比', report.city.monthOnMonth),
    全市同比: change('同比', report.city.yearOnYear),
    累计情况:
      yearMean === null ? '' : `今年1至${Number(month.slice(5))}月全市累计均值为${tenth(yearMean)}吨/（平方公里·月）。`,
    最大值: figure(report.city.max),
    最大区县: named(report.city.max),
    最小值: figure(report.city.min),
    最小区县: named(report.city.min),
    排名区县数: String(ranked.length),
    达标数: String(ranked.length - over.length),
    超标数: String(over.length),
    超标情况: (over.length === 0 ? nobodyOver(facts, ranked.length) : list(over.map(said))) + leftOver(facts),
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
    无效点位: pointsSaid(facts),
    更正情况: list(
      rows.flatMap(({ county, figure: month }) =>
        isCorrected(month) ? [`${countyName(county)}：${withOfficialDays(month.publication)}`] : [],
      ),
    ),
    公布值差异: differences(facts),
    缺数据区县: missing ? `${missing}。` : '',
    预警情况: warnings,
    处置情况: cases,
    工作要求: demands.map((demand, i) => `${i + 1}.${demand}`).join('\n'),
    数据性质: dataNote,
  }
}

/** What was published and is another figure by today's data; it was not corrected for that, and stands. */
function differences({ report, countyName }: BulletinFacts): string {
  const otherwise = (what: string, told: string, now: string) => `${what}${told}，按现有监测数据计算为${now}`
  const said = report.rows.flatMap((row) => {
    const { figure: month } = row
    const all = [
      ...(differsNow(month) ? [otherwise('公布值', figure(month.value), figure(month.now.value))] : []),
      ...toldOtherwise(row).flatMap((column) => {
        const name = COMPARED[column]
        const text = (value: number | null) => (value === null ? '—' : `${tenth(value)}${name?.unit}`)
        return name ? [otherwise(`公布的${name.of}为`, text(row[column]), text(row.now[column]))] : []
      }),
    ]
    return all.map((each) => `${countyName(row.county)}${each}`)
  })
  const ofFigures =
    said.length === 0 ? '' : `与现有监测数据不同的公布值：${said.join('；')}。以上未更正，以公布值为准。`
  return ofFigures + limitDifference(report, countyName)
}

/** Whom each limit is of, where counties have several, and what today's would say of a month that was published with another. */
function limitDifference(report: MonthReport, countyName: (code: string) => string): string {
  const over = overLimitNow(report)
  if (over === null) return ''
  const names = over.length === 0 ? '无区县超标' : `超标区县为${over.map(countyName).join('、')}`
  const now = `按现行限值${report.limitNow}计算，${names}。`
  if (report.limits.length === 1) return `本月按公布时的限值${report.dustfallLimit}判定；${now}`
  const { limits, dustfallLimit: most, rows } = report
  const each = [...limits.filter((limit) => limit !== most), most].map((limit) => {
    const of = rows.filter(({ dustfallLimit }) => dustfallLimit === limit)
    const names = limit === most && of.length > 1 ? '其余区县' : of.map(({ county }) => countyName(county)).join('、')
    return `${names}按限值${limit}判定`
  })
  return `本月各区县限值不同：${each.join('；')}。${now}`
}

/** What of the month did not count, and who has no figure; that all points count is said only where points are known. */
function pointsSaid(facts: BulletinFacts): string {
  const { report, countyName } = facts
  const isKnown = report.rows.some(({ figure: { points } }) => points.length > 0)
  const without = report.rows.filter(({ figure: { value, points } }) => value === null && points.length === 0)
  const names = without.map(({ county }) => countyName(county)).join('、')
  const said = voidPoints(facts) + (without.length === 0 ? '' : `${names}本月无有效数值，未参加排名。`)
  return said || (isKnown ? '本月各监测点位数据均有效。' : '本月数据为公布值，无监测点位数据。')
}

/** That nobody is over the limit, said only of those that have a figure. */
function nobodyOver({ report: { rows }, countyName }: BulletinFacts, ranked: number): string {
  if (ranked === rows.length) return '本月各区县均未超过限值。'
  if (ranked === 0) return '本月各区县均无有效数值。'
  const without = rows.filter(({ figure: { value } }) => value === null).map(({ county }) => countyName(county))
  return `本月有数值的${ranked}个区县均未超过限值，${without.join('、')}无有效数值。`
}

/** Who was over the limit last month and has no figure this month: it has not come within the limit. */
function leftOver({ report, reports, countyName }: BulletinFacts): string {
  const before = reports.find(({ month }) => month === addMonths(report.month, -1))
  const wasOver = (code: string) => before?.rows.some(({ county, over }) => county === code && over) === true
  const left = report.rows.filter(({ county, figure: { value } }) => value === null && wasOver(county))
  return left.length === 0
    ? ''
    : `${left.map(({ county }) => countyName(county)).join('、')}上月超标，本月无有效数据，未作判定。`
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
      return [
        [countyName(county), null, null, origin === 'published' && value !== null ? '公布值' : '无监测点位', ...end],
      ]
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
