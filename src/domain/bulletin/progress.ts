import type { IsoDay } from '@/domain/calendar'
import { shownSpan } from '@/domain/cases/span'
import { countText } from '@/domain/count-text'
import type { DecisionStanding } from '@/domain/meeting/decision'
import type { CalledCounts } from '@/domain/warnings/standing'
import { officialDay } from './official'

/** Sentences of papers about progress, in Chinese; empty if there is nothing to report. */

export interface Problems {
  readonly day: IsoDay
  readonly sources: number
  /** Named tasks of the plan. */
  readonly tasks: number
  readonly monitors: number
  readonly overdue: number
  readonly failing: number
  /** Past the deadline, without data. */
  readonly pastUnknown: number
  /**
   * Items whose readings are below an unconfirmed setting: their number, and the mark for readings that are not real;
   * null if there are none.
   */
  readonly toVerify?: { readonly count: number; readonly mark: string } | null
}

export function problemSentence({ day, sources, tasks, monitors, overdue, failing, ...open }: Problems): string {
  const { pastUnknown, toVerify } = open
  const asOf = `截至${officialDay(day)}，`
  const past = [
    pastUnknown === 0 ? '' : `另有${countText(pastUnknown)}项已过期限而无数据，是否完成尚不清楚。`,
    toVerify
      ? `另有${countText(toVerify.count)}项据监测读数${toVerify.mark}低于未经核实的参考值，需现场核实，不计入问题。`
      : '',
  ].join('')
  const whose = [
    ...(sources > 0 ? [`${countText(sources)}处污染源`] : []),
    ...(monitors > 0 ? [`${countText(monitors)}台监测设备`] : []),
    ...(tasks > 0 ? [`${countText(tasks)}项任务`] : []),
  ].join('、')
  if (whose === '') return `${asOf}各区县没有逾期或不符合要求的问题。${past}`
  return `${asOf}全市${whose}有${countText(overdue + failing)}项问题，其中已逾期${countText(overdue)}项、不符合要求${countText(failing)}项。${past}`
}

/** Replaces all judgements for months before the plan took effect. */
export const notJudgedSentence = (until: IsoDay): string => `工作方案自${officialDay(until)}起执行，本月不作判定。`

/** Introduces the problems by clause; those by county are in the annex. */
export const clauseSentence = (clauses: number): string =>
  clauses === 0 ? '' : '分条款情况如下，各区县分条款统计见附件：'

export interface Targets {
  readonly met: number
  /** Met as far as data exists. */
  readonly partlyMet: number
  readonly notMet: number
  readonly notDue: number
  readonly noData: number
  readonly all: number
}

export function targetSentence({ met, partlyMet, notMet, notDue, noData, all }: Targets): string {
  if (all === 0) return ''
  const parts = [
    `已达到${met}项`,
    ...(partlyMet > 0 ? [`有数据的部分达到${partlyMet}项`] : []),
    `未达到${notMet}项`,
    ...(notDue > 0 ? [`未到期${notDue}项`] : []),
    ...(noData > 0 ? [`无数据${noData}项`] : []),
  ]
  return `工作方案的${all}项目标中，${parts.join('，')}。`
}

export const departmentSentence = (departments: number): string =>
  departments === 0 ? '' : '各牵头部门的问题情况如下，由几个部门共同牵头的，计入列在首位的部门：'

/** The status of earlier meetings' decisions, as of a day. */
export function earlierSentence(day: IsoDay, count: Readonly<Record<DecisionStanding, number>>): string {
  const { done, late, open } = count
  const all = done + late + open
  if (all === 0) return ''
  const parts = [
    `已完成${done}项`,
    ...(late > 0 ? [`逾期未完成${countText(late)}项`] : []),
    ...(open > 0 ? [`未完成${open}项`] : []),
  ]
  return `截至${officialDay(day)}，往次会议议定事项${all}项，${parts.join('，')}。`
}

export const decidedSentence = (count: number): string => (count === 0 ? '' : `会议议定事项${count}项：`)

/** A heavy-pollution warning as issued, and the results of calls and checks up to a day. */
export interface WarningSummary {
  readonly name: string
  /** In official wording; `until` is null while the warning is in force. */
  readonly from: string
  readonly until: string | null
  readonly counts: CalledCounts
}

/**
 * One sentence per warning of the month, with the answers of those that had to respond; '' if there were no warnings.
 */
export function warningSentence(day: IsoDay, warnings: readonly WarningSummary[]): string {
  if (warnings.length === 0) return ''
  const said = warnings.map(({ name, from, until, counts }) => {
    const { asked, none, unmet, failed } = counts
    const lasted = `${name}（${from}启动，${until === null ? '未解除' : `${until}解除`}）`
    if (asked === 0) return `${lasted}：没有应响应的污染源。`
    const answers = (
      [
        ['done', '已落实'],
        ['doing', '落实中'],
        ['refused', '未落实'],
      ] as const
    ).flatMap(([standing, words]) => (counts[standing] > 0 ? [`${words}${countText(counts[standing])}处`] : []))
    // Those who could not be reached were not notified.
    const called = asked - none - counts.unreached
    return [
      `${lasted}：应响应${countText(asked)}处，已通知${countText(called)}处${answers.length === 0 ? '' : `（${answers.join('、')}）`}`,
      ...(counts.unreached > 0 ? [`联系不上${countText(counts.unreached)}处`] : []),
      ...(none > 0 ? [`未通知${countText(none)}处`] : []),
      `现场检查发现响应措施不符合${countText(unmet)}处${failed > 0 ? `、其他检查项不符合${countText(failed)}处` : ''}。`,
    ].join('，')
  })
  return `截至${officialDay(day)}，本月在响应期内的重污染天气预警${warnings.length}次。\n${said.join('\n')}`
}

const spanText = (hours: number) => {
  const { unit, value } = shownSpan(hours)
  return `${value}${unit === 'days' ? '天' : '小时'}`
}

/** The outcome, up to a day, of the cases whose abnormal values were noticed in a month. */
export interface CaseSummary {
  readonly opened: number
  readonly closed: number
  readonly inTime: number
  readonly late: number
  /** Median hours since the value was noticed; null if no case has reached the step. */
  readonly hoursToArrive: number | null
  readonly hoursToClose: number | null
}

/** The cases of a month, and how long they took; '' if there were none. */
export function caseSentence(day: IsoDay, { opened, closed, inTime, late, ...took }: CaseSummary): string {
  if (opened === 0) return ''
  const hours = (
    [
      ['到场', took.hoursToArrive],
      ['办结', took.hoursToClose],
    ] as const
  ).flatMap(([step, count]) => (count === null ? [] : [`${step}${spanText(count)}`]))
  const parts = [
    `立案${countText(opened)}件`,
    `办结${countText(closed)}件${closed === 0 ? '' : `（按时办结${countText(inTime)}件）`}`,
    `超时${countText(late)}件`,
    `在办${countText(opened - closed)}件`,
  ]
  return [
    `截至${officialDay(day)}，本月发现的异常情况${parts.join('，')}。`,
    ...(hours.length === 0 ? [] : [`自发现起用时的中位数：${hours.join('，')}。`]),
  ].join('')
}

/** Stated in the minutes if a meeting decided nothing. */
export const NOTHING_DECIDED = '会议未议定新的事项。'
