import { addMonths } from '@/domain/calendar'
import { cityYearMean } from '@/domain/dustfall/city-month'
import { countiesOverCurrentLimit } from '@/domain/dustfall/counties-over-current-limit'
import { differsFromPublished, isCorrected, whyNoFigure } from '@/domain/dustfall/county-month'
import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import { changedComparisons } from '@/domain/dustfall/published-months'
import { tenth } from '@/domain/dustfall/rounding'
import { overStreak } from '@/domain/dustfall/streak'
import { extreme } from './extreme'
import { notCounted } from './not-counted'
import { withOfficialDays } from './official'

/** The data of a bulletin: the same reports that the wall shows. */
export interface BulletinFacts {
  readonly city: string
  readonly report: MonthReport
  /** All months, for streaks and the city's mean of the year. */
  readonly reports: readonly MonthReport[]
  readonly countyName: (code: string) => string
  readonly pointName: (code: string) => string
  /** The data classes in words; empty if all data is real. */
  readonly dataNote: string
  /** The month's warnings and the responses to them, one per line; '' if there were none. */
  readonly warnings: string
  /** The month's cases on abnormal values and their outcome, one per line; '' if there were none. */
  readonly cases: string
  /** Requirements, a sentence each. */
  readonly demands: readonly string[]
  /**
   * Counties without a figure, and the counties on which the city's mean and changes are based; '' if all have a
   * figure.
   */
  readonly missing: string
}

/** Tables that a template can name. */
export const BULLETIN_TABLES = ['排名表', '点位表', '预警表', '处置表'] as const

/**
 * The tables that have content in a month: figures published alone have no points, and not every month has warnings and
 * cases.
 */
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

const MAX_NAMED = 3
/** The published comparisons that are reported if today's data differs; ranks are not. */
const COMPARED: Partial<Record<ReturnType<typeof changedComparisons>[number], { of: string; unit: string }>> = {
  monthOnMonth: { of: '环比', unit: '%' },
  yearOnYear: { of: '同比', unit: '%' },
  accumulated: { of: '累计均值', unit: '' },
}
const figure = (value: number | null) => (value === null ? '—' : tenth(value))

/** 同比下降9.0% and the like; empty if there is nothing to compare. */
function change(what: string, percent: number | null): string {
  if (percent === null) return ''
  if (percent === 0) return `，${what}持平`
  return `，${what}${percent < 0 ? '下降' : '上升'}${tenth(Math.abs(percent))}%`
}

/** The first entries of a sorted list, and those tied with the last of them. */
const firstWithTies = <T>(ordered: readonly T[], of: (each: T) => number | null): readonly T[] =>
  ordered.filter((each, i) => i < MAX_NAMED || of(each) === of(ordered[MAX_NAMED - 1]!))

const inBrackets = (text: string) => (text === '' ? '' : `（${text}）`)

const list = (texts: readonly string[]) => (texts.length === 0 ? '' : `${texts.join('；')}。`)

/** The fields of a bulletin, by name. A sentence without content is empty, and its paragraph is left out. */
export function bulletinFields(facts: BulletinFacts): Readonly<Record<string, string>> {
  const { city, report, reports, countyName, dataNote, demands, missing, warnings, cases } = facts
  const { rows, limits, month } = report
  const year = month.slice(0, 4)
  const ranked = rows.filter(({ figure: { value } }) => value !== null)
  const over = rows.filter((row) => row.over)
  const [highest, lowest] = [extreme(ranked, report.city.max, countyName), extreme(ranked, report.city.min, countyName)]
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
    最大值: highest.value,
    最大区县: highest.counties,
    最小值: lowest.value,
    最小区县: lowest.counties,
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
    // The name used in templates of earlier versions.
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

/** Published figures that differ by today's data; they were not corrected for this and remain valid. */
function differences({ report, countyName }: BulletinFacts): string {
  const otherwise = (what: string, told: string, now: string) => `${what}${told}，按现有监测数据计算为${now}`
  const said = report.rows.flatMap((row) => {
    const { figure: month } = row
    const all = [
      ...(differsFromPublished(month) ? [otherwise('公布值', figure(month.value), figure(month.now.value))] : []),
      ...changedComparisons(row).flatMap((column) => {
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

/**
 * Which counties each limit applies to if there are several, and the result by today's limit if the month was published
 * under another.
 */
function limitDifference(report: MonthReport, countyName: (code: string) => string): string {
  const over = countiesOverCurrentLimit(report)
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

/** Points that do not count, and counties without a figure. States that all points count only if points are known. */
function pointsSaid(facts: BulletinFacts): string {
  const { report, countyName } = facts
  const isKnown = report.rows.some(({ figure: { points } }) => points.length > 0)
  const without = report.rows.filter(({ figure: { value, points } }) => value === null && points.length === 0)
  const names = without.map(({ county, figure }) => countyName(county) + inBrackets(whyNoFigure(figure))).join('、')
  const said = voidPoints(facts) + (without.length === 0 ? '' : `${names}本月无有效数值，未参加排名。`)
  return said || (isKnown ? '本月各监测点位数据均有效。' : '本月数据为公布值，无监测点位数据。')
}

/** States that no county is over the limit, but only for counties that have a figure. */
function nobodyOver({ report: { rows }, countyName }: BulletinFacts, ranked: number): string {
  if (ranked === rows.length) return '本月各区县均未超过限值。'
  if (ranked === 0) return '本月各区县均无有效数值。'
  const without = rows.filter(({ figure: { value } }) => value === null).map(({ county }) => countyName(county))
  return `本月有数值的${ranked}个区县均未超过限值，${without.join('、')}无有效数值。`
}

/** Counties that were over the limit last month and have no figure this month: they are not back within the limit. */
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
        point.counted ? [] : [`${countyName(county)}${pointName(point.point)}${notCounted(point)}，未计入`],
      ),
    ),
  )
}
