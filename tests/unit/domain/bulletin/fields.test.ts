import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { derivationRows } from '@/domain/bulletin/derivation'
import { BULLETIN_TABLES, type BulletinFacts, bulletinFields } from '@/domain/bulletin/fields'
import { ATTENDANCE_LINES, MINUTES_TEMPLATE, minutesFields, minutesTables } from '@/domain/bulletin/minutes'
import { MONTHLY_TEMPLATE, monthlyFields, monthlyTables } from '@/domain/bulletin/monthly'
import { caseSentence, warningSentence } from '@/domain/bulletin/progress'
import { fillTemplate } from '@/domain/bulletin/template'
import { addMonths } from '@/domain/calendar'
import type { PublishedFigure, UnmeasuredMonth } from '@/domain/dustfall/county-month'
import { monthReport } from '@/domain/dustfall/month-report'
import { type PointRecord, pointMonth } from '@/domain/dustfall/point-month'
import { dustfallSeries } from '@/domain/dustfall/series'
import { earlierOf } from '../../../fixtures/earlier'

const MONTH = '2022-10'
const figure = (county: string, value: number | null, more: Partial<PublishedFigure> = {}): PublishedFigure => ({
  county,
  month: MONTH,
  value,
  publication: '',
  ...more,
})
const record = (point: string, given: number | null, month = MONTH): PointRecord => ({
  point,
  month,
  sample: null,
  given,
  valid: true,
  reason: '',
})

interface Data {
  readonly published?: readonly PublishedFigure[]
  /** Points are named by their county and a digit. */
  readonly records?: readonly PointRecord[]
  readonly unmeasured?: readonly UnmeasuredMonth[]
  readonly ranked?: readonly string[]
  readonly month?: string
  /** The number of months before this one. */
  readonly before?: number
}

function facts(data: Data): BulletinFacts {
  const { published = [], records = [], unmeasured = [], ranked = ['a', 'b'], month = MONTH, before = 1 } = data
  const points = [...new Set(records.map(({ point }) => point))].map((code) => ({ code, county: code[0]! }))
  const series = dustfallSeries({ ranked, points, records, published, unmeasured, belowDetectionShare: 0.5 })
  const reports = Array.from({ length: before + 1 }, (_, i) => monthReport(series, addMonths(month, i - before), 7))
  return {
    city: '咸阳市',
    report: reports.at(-1)!,
    reports,
    countyName: (code) => `${code}县`,
    pointName: (code) => `${code}点`,
    dataNote: '',
    missing: '',
    warnings: '',
    cases: '',
    demands: [],
  }
}
const field = (name: string, data: Data) => bulletinFields(facts(data))[name]

describe('published changes that differ by today’s data', () => {
  const differences = (earlier: PublishedFigure['earlier'], lastMonth: number) =>
    field('公布值差异', {
      ranked: ['a'],
      published: [figure('a', 6, { earlier }), figure('a', lastMonth, { month: '2022-09' })],
    })

  it('are stated with their unit; ranks are not compared', () => {
    // 5 to 6 is 20 % more, 8 to 6 is 25 % less; the means are 5.5 and 7.
    expect(differences(earlierOf(5), 8)).toBe(
      '与现有监测数据不同的公布值：a县公布的环比为20.0%，按现有监测数据计算为-25.0%；a县公布的累计均值为5.5，按现有监测数据计算为7.0。以上未更正，以公布值为准。',
    )
    expect(differences(earlierOf(8), 8)).toBe('')
  })

  it('are stated for a county that had no figure the month before at the time', () => {
    expect(differences(earlierOf(null), 8)).toBe(
      '与现有监测数据不同的公布值：a县公布的环比为—，按现有监测数据计算为-25.0%；a县公布的累计均值为6.0，按现有监测数据计算为7.0。以上未更正，以公布值为准。',
    )
  })

  it('include those against last year, followed by the result under today’s limit', () => {
    const earlier = earlierOf(...Array.from({ length: 11 }, () => null), 5)
    const published = [
      figure('a', 6.5, { earlier, dustfallLimit: 6 }),
      figure('b', 7.5, { dustfallLimit: 6 }),
      figure('a', 10, { month: '2021-10' }),
    ]
    expect(field('公布值差异', { published })).toBe(
      '与现有监测数据不同的公布值：a县公布的同比为30.0%，按现有监测数据计算为-35.0%。以上未更正，以公布值为准。本月按公布时的限值6判定；按现行限值7计算，超标区县为b县。',
    )
  })

  it('state each limit if counties were published under several', () => {
    const published = [figure('a', 6.5, { dustfallLimit: 6 }), figure('b', 7.5), figure('c', 7.5, { dustfallLimit: 8 })]
    const of = (name: string) => field(name, { ranked: ['a', 'b', 'c'], published })
    expect(of('公布值差异')).toBe(
      '本月各区县限值不同：b县按限值7判定；c县按限值8判定；a县按限值6判定。按现行限值7计算，超标区县为b县、c县。',
    )
    expect([of('限值'), of('超标数')]).toEqual(['6、7、8', '2'])
  })

  it('state only the limit if nothing else differs', () => {
    expect(field('公布值差异', { ranked: ['a'], published: [figure('a', 6.5, { dustfallLimit: 6 })] })).toBe(
      '本月按公布时的限值6判定；按现行限值7计算，无区县超标。',
    )
  })
})

describe('the text about points', () => {
  it('states that all count even if only some counties’ points are known', () => {
    expect(field('无效点位', { published: [figure('b', 5)], records: [record('a1', 6)] })).toBe(
      '本月各监测点位数据均有效。',
    )
  })

  it('names the points that do not count, then the counties without a figure', () => {
    const records = [record('a1', null), record('a2', 6)]
    expect(field('无效点位', { ranked: ['a', 'b', 'c'], records })).toBe(
      'a县a1点缺测，未计入。b县、c县本月无有效数值，未参加排名。',
    )
    expect(field('无效点位', { ranked: ['a'], records })).toBe('a县a1点缺测，未计入。')
  })
})

it('every field that a template can name is in the documentation, and no other', () => {
  const page = readFileSync('docs/meeting.md', 'utf8')
  const table = page.slice(page.indexOf('| Fields |'), page.indexOf("### The office's own form"))
  const named = [...table.matchAll(/`\{(.+?)\}`/g)].map(([, name]) => name!)
  // The last is only the name of an earlier version.
  const known = [...Object.keys(bulletinFields(facts({}))), ...BULLETIN_TABLES].filter((name) => name !== '恶化情况')
  expect(named.sort()).toEqual(known.sort())
})

describe('a stored reason', () => {
  it('stands in the papers as it is if it says itself that nothing was measured', () => {
    const off = (reason: string): PointRecord => ({ ...record('a1', null), valid: false, reason })
    const data = (reason: string) => ({ ranked: ['a'], records: [off(reason), record('a2', 6)] })
    const inAnnex = (reason: string) => derivationRows(facts(data(reason)))[0]![3]
    for (const reason of ['停测', '停测（设备检修）', '数据无效', '缺测（停电）']) {
      expect(field('无效点位', data(reason))).toBe(`a县a1点${reason}，未计入。`)
      expect(inAnnex(reason)).toBe(reason)
    }
    expect([field('无效点位', data('采样缸被盗')), inAnnex('采样缸被盗')]).toEqual([
      'a县a1点无效（采样缸被盗），未计入。',
      '无效（采样缸被盗）',
    ])
  })

  it('of a county without a figure stands in the text and in the annex', () => {
    const unmeasured = [{ county: 'a', month: MONTH, reason: '停测' }]
    const data = { ranked: ['a', 'b'], published: [figure('b', 5)], unmeasured }
    expect(field('无效点位', data)).toBe('a县（停测）本月无有效数值，未参加排名。')
    const annex = derivationRows(facts(data)).map(([county, , , said]) => [county, said])
    expect(annex).toContainEqual(['a县', '停测'])
  })
})

it('what an office wrote beside a figure that counts stands in the annex', () => {
  const records = [
    { ...record('a1', 6), reason: '周边道路施工' },
    { ...record('a2', 6), reason: '正常' },
  ]
  const published = [figure('b', 5, { remark: '经复核' }), figure('c', 5, { remark: '—' })]
  const annex = derivationRows(facts({ ranked: ['a', 'b', 'c'], records, published })).map((row) => row[3])
  expect(annex).toEqual(['公布值；备注：经复核', '公布值', '备注：周边道路施工', ''])
  // That of a published figure stands once beside its points.
  const ofBoth = facts({ ranked: ['a'], records, published: [figure('a', 6, { remark: '经复核' })] })
  expect(derivationRows(ofBoth).map((row) => row[3])).toEqual(['备注：周边道路施工；公布值备注：经复核', ''])
})

describe('the counties that were over the limit last month and have no figure now', () => {
  it('are all named, and no others', () => {
    const before = { month: '2022-09' }
    const published = [
      figure('a', 8, before),
      figure('b', 9, before),
      figure('c', 6, before),
      figure('d', 8, before),
      figure('d', 6),
    ]
    expect(field('超标情况', { ranked: ['a', 'b', 'c', 'd'], published })).toBe(
      '本月有数值的1个区县均未超过限值，a县、b县、c县无有效数值。a县、b县上月超标，本月无有效数据，未作判定。',
    )
  })

  it('are not mentioned if the month before is unknown', () => {
    expect(field('超标情况', { published: [figure('a', 6)], before: 0 })).toBe(
      '本月有数值的1个区县均未超过限值，b县无有效数值。',
    )
  })
})

describe('the derivation of a published figure', () => {
  const rows = (value: number, kept: readonly PointRecord[], records: readonly PointRecord[]) => {
    const points = kept.map((each) => pointMonth(each, 0.5))
    return derivationRows(facts({ ranked: ['a'], published: [figure('a', value, { points })], records }))
  }

  it('shows today’s values of its points too, even if they lead to the same figure', () => {
    // Both means are 6.6.
    expect(rows(6.6, [record('a1', 6), record('a2', 7.2)], [record('a1', 6.2), record('a2', 7)])).toEqual([
      ['a县', 'a1点', 6, '现有数据：6.2000', 6.6, 6.6, 6.6, 6.6],
      ['a县', 'a2点', 7.2, '现有数据：7.0000', 6.6, 6.6, 6.6, 6.6],
    ])
  })

  it('states for each point how it was counted and then what it is today', () => {
    expect(rows(0.2, [record('a1', 0.1)], [record('a1', 5)])).toEqual([
      ['a县', 'a1点', 0.1, '低于检出限，按0.15计；现有数据：5.0000', 0.15, 0.2, 0.2, 5],
    ])
    expect(rows(6, [record('a1', 6)], [record('a1', null)])).toEqual([
      ['a县', 'a1点', 6, '现有数据：缺测', 6, 6, 6, null],
    ])
  })
})

/** The texts of a document, with its tables as {…}. */
function textsOf(template: string, fields: Readonly<Record<string, string>>, tables: readonly string[]) {
  const { parts, faults } = fillTemplate(template, fields, tables)
  expect(faults).toEqual([])
  return parts.map((part) => (part.type === 'table' ? `{${part.table}}` : part.text))
}

describe('the minutes of a meeting', () => {
  const meeting = {
    day: '2022-11-08',
    place: '',
    chair: '',
    headline: '全市均值 6.5 吨，b县最高。',
    earlier: '',
    decided: 0,
  }
  const published = [figure('a', 6), figure('b', 7)]
  const tables = Object.keys(minutesTables('', ''))

  it('report the agenda, the decisions, and the state of earlier decisions', () => {
    const fields = minutesFields(facts({ published }), { ...meeting, earlier: '往次已完成。', decided: 2 })
    expect(textsOf(MINUTES_TEMPLATE, fields, tables)).toEqual([
      '咸阳市2022年10月降尘污染防治调度会议纪要',
      '2022年11月8日，召开2022年10月降尘污染防治调度会议。会议通报了2022年10月各区县降尘情况：全市均值6.5吨，b县最高。',
      '一、会议议定事项',
      '会议议定事项2项：',
      '{议定表}',
      '二、往次会议议定事项落实情况',
      '往次已完成。',
      '{往次表}',
    ])
  })

  it('state place and chair as far as they are known', () => {
    const opening = (place: string, chair: string) =>
      textsOf(MINUTES_TEMPLATE, minutesFields(facts({}), { ...meeting, place, chair }), tables)[1]!.split('召开')[0]
    expect(opening('三楼会议室', '王某')).toBe('2022年11月8日，王某在三楼会议室主持')
    expect(opening('三楼会议室', '')).toBe('2022年11月8日，在三楼会议室')
    expect(opening('', '王某')).toBe('2022年11月8日，王某主持')
    expect(minutesFields(facts({}), { ...meeting, place: '三楼', chair: '王某' })).toMatchObject({
      会议地点: '三楼',
      主持人: '王某',
    })
  })

  it('state that nothing was decided, if so', () => {
    expect(minutesFields(facts({ published }), meeting)).toMatchObject({
      议定情况: '会议未议定新的事项。',
      往次情况: '',
    })
  })

  it('leave an unknown day blank, in the year of the following month', () => {
    const day = (month: string) => minutesFields(facts({ month }), { ...meeting, day: '' }).会议日期
    expect(day('2022-10')).toBe('2022年\u3000\u3000月\u3000\u3000日')
    expect(day('2022-12')).toBe('2023年\u3000\u3000月\u3000\u3000日')
  })

  it('end the ranking’s sentence with exactly one full stop', () => {
    const ranking = (headline: string) => minutesFields(facts({}), { ...meeting, headline }).排名情况
    expect(ranking('甲县最低。乙县最高.')).toBe('甲县最低。乙县最高')
    expect(ranking('甲县 6.0')).toBe('甲县6.0')
  })

  it('have lines for the people present, and both tables', () => {
    expect(ATTENDANCE_LINES).toEqual(['出席：', '请假：', '列席：'])
    expect(minutesTables('decided', 'earlier')).toEqual({ 议定表: 'decided', 往次表: 'earlier' })
  })
})

describe('a monthly report', () => {
  const progress = {
    day: '2022-10-31',
    notJudgedUntil: null,
    problems: { sources: 2, tasks: 0, monitors: 0, overdue: 1, failing: 3, pastUnknown: 0 },
    clauses: 2,
    departments: 1,
    targets: { met: 1, partlyMet: 0, notMet: 1, notDue: 0, noData: 0, all: 2 },
    earlier: '往次已完成。',
    decided: 1,
  }
  const all = {
    ranking: '排名',
    movers: '变化',
    counties: '区县',
    clauses: '条款',
    countyClauses: '区县条款',
    targets: '目标',
    departments: '部门',
    earlier: '往次',
    decided: '议定',
    warnings: '预警',
    cases: '处置',
  }
  const published = [figure('a', 6), figure('b', 8)]

  it('reports the progress at the end of the month', () => {
    expect(monthlyFields(facts({ published }), progress)).toMatchObject({
      城市: '咸阳市',
      超标情况: 'b县8.0。',
      问题情况: '截至2022年10月31日，全市2处污染源有4项问题，其中已逾期1项、不符合要求3项。',
      条款情况: '分条款情况如下，各区县分条款统计见附件：',
      目标情况: '工作方案的2项目标中，已达到1项，未达到1项。',
      部门情况: '各牵头部门的问题情况如下，由几个部门共同牵头的，计入列在首位的部门：',
      往次情况: '往次已完成。',
      议定情况: '会议议定事项1项：',
    })
  })

  it('judges nothing before the plan took effect', () => {
    expect(monthlyFields(facts({ published }), { ...progress, notJudgedUntil: '2023-04-01' }).问题情况).toBe(
      '工作方案自2023年4月1日起执行，本月不作判定。',
    )
  })

  it('has each of its tables in the chapter that refers to it', () => {
    const tables = monthlyTables(all)
    const texts = textsOf(
      MONTHLY_TEMPLATE,
      monthlyFields({ ...facts({ published }), warnings: '一次预警。', cases: '一件。' }, progress),
      Object.keys(tables),
    )
    expect(texts[0]).toBe('咸阳市2022年10月扬尘污染防治工作月报')
    const named = texts.filter((text) => text.startsWith('{')).map((text) => tables[text.slice(1, -1)])
    expect(named).toEqual(['排名', '变化', '区县', '条款', '目标', '部门', '往次', '议定', '预警', '处置', '区县条款'])
  })

  it('says below the ranking which points do not count, and why', () => {
    const records = [{ ...record('a1', null), valid: false, reason: '停测' }, record('a2', 6)]
    const fields = monthlyFields(facts({ ranked: ['a'], records }), progress)
    const texts = textsOf(MONTHLY_TEMPLATE, fields, Object.keys(monthlyTables(all)))
    expect(texts[texts.indexOf('{排名表}') + 1]).toBe('a县a1点停测，未计入。')
  })
})

describe('the cases of a month', () => {
  const one = { opened: 5, closed: 3, inTime: 2, late: 1, hoursToArrive: 1.25, hoursToClose: null }
  it('are reported with how many were closed and late, and how long an arrival took if there was one', () => {
    expect(caseSentence('2022-10-31', one)).toBe(
      '截至2022年10月31日，本月发现的异常情况立案5件，办结3件（按时办结2件），超时1件，在办2件。自发现起用时的中位数：到场1.3小时。',
    )
    expect(caseSentence('2022-10-31', { ...one, closed: 0, inTime: 0, hoursToArrive: null })).toBe(
      '截至2022年10月31日，本月发现的异常情况立案5件，办结0件，超时1件，在办5件。',
    )
    expect(caseSentence('2022-10-31', { ...one, opened: 0 })).toBe('')
  })
})

describe('the warnings of a month', () => {
  const counts = { asked: 46, done: 8, doing: 2, refused: 1, unreached: 1, none: 34, unmet: 1, failed: 3 }
  it('are reported with who was called and what was answered; unconfirmed ones are left out', () => {
    const one = { name: '黄色预警', from: '2022年10月29日12:00', until: null, counts }
    const none = { asked: 0, done: 0, doing: 0, refused: 0, unreached: 0, none: 0, unmet: 0, failed: 0 }
    const other = { name: '橙色预警', from: '2022年10月2日8:00', until: '2022年10月4日8:00', counts: none }
    expect(warningSentence('2022-10-31', [other, one]).split('\n')).toEqual([
      '截至2022年10月31日，本月在响应期内的重污染天气预警2次。',
      '橙色预警（2022年10月2日8:00启动，2022年10月4日8:00解除）：没有应响应的污染源。',
      '黄色预警（2022年10月29日12:00启动，未解除）：应响应46处，已通知11处（已落实8处、落实中2处、未落实1处），联系不上1处，未通知34处，现场检查发现响应措施不符合1处、其他检查项不符合3处。',
    ])
    expect(warningSentence('2022-10-31', [])).toBe('')
    // A thousand is written as on screen and in the tables.
    const many = { ...one, counts: { ...counts, asked: 1008, none: 1005, unreached: 0 } }
    expect(warningSentence('2022-10-31', [many])).toMatch(/应响应1,008处，已通知3处.*，未通知1,005处/)
  })
})
