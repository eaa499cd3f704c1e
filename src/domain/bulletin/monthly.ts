import type { IsoDay } from '@/domain/calendar'
import { FIGURES_PARAGRAPH } from './default-bulletin'
import { type BulletinFacts, bulletinFields } from './fields'
import {
  clauseSentence,
  decidedSentence,
  departmentSentence,
  notJudgedSentence,
  type Problems,
  problemSentence,
  type Targets,
  targetSentence,
} from './progress'

/** The monthly report for the leaders of the bureau. */
export const MONTHLY_TEMPLATE = `# {城市}{年月}扬尘污染防治工作月报
{数据性质}
## 一、降尘监测情况
${FIGURES_PARAGRAPH}
{排名表}
{无效点位}
## 二、同比环比变化
{改善情况}
{升高情况}
{变化表}
## 三、超标区县
{超标情况}
{连续超标}
## 四、各区县问题情况
{问题情况}
{区县问题表}
{条款情况}
{条款表}
## 五、重点任务进展
{目标情况}
{目标表}
{部门情况}
{部门表}
## 六、调度会议议定事项
{往次情况}
{往次表}
{议定情况}
{议定表}
## 七、重污染天气预警响应
{预警情况}
{预警表}
## 八、异常处置情况
{处置情况}
{处置表}
## 九、更正情况
{更正情况}
## 附：各区县问题分条款统计
{区县条款表}
`

/** The progress at the end of a month. */
interface Progress {
  readonly day: IsoDay
  /** Set if the month is before the plan took effect: nothing is judged then. */
  readonly notJudgedUntil: IsoDay | null
  readonly problems: Omit<Problems, 'day'>
  readonly clauses: number
  readonly departments: number
  readonly targets: Targets
  /** The status of earlier meetings' decisions. */
  readonly earlier: string
  readonly decided: number
}

/** The fields of a monthly report, by name. */
export const monthlyFields = (facts: BulletinFacts, progress: Progress): Readonly<Record<string, string>> => ({
  ...bulletinFields(facts),
  问题情况: progress.notJudgedUntil
    ? notJudgedSentence(progress.notJudgedUntil)
    : problemSentence({ day: progress.day, ...progress.problems }),
  条款情况: clauseSentence(progress.clauses),
  目标情况: targetSentence(progress.targets),
  部门情况: departmentSentence(progress.departments),
  往次情况: progress.earlier,
  议定情况: decidedSentence(progress.decided),
})

interface Tables<T> {
  readonly ranking: T
  readonly movers: T
  readonly counties: T
  readonly clauses: T
  readonly countyClauses: T
  readonly targets: T
  readonly departments: T
  readonly earlier: T
  readonly decided: T
  readonly warnings: T
  readonly cases: T
}

/** The tables of a monthly report, by name. */
export const monthlyTables = <T>(of: Tables<T>): Readonly<Record<string, T>> => ({
  排名表: of.ranking,
  变化表: of.movers,
  区县问题表: of.counties,
  条款表: of.clauses,
  区县条款表: of.countyClauses,
  目标表: of.targets,
  部门表: of.departments,
  往次表: of.earlier,
  议定表: of.decided,
  预警表: of.warnings,
  处置表: of.cases,
})
