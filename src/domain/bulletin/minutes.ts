import { addMonths, type IsoDay } from '@/domain/calendar'
import { type BulletinFacts, bulletinFields } from './fields'
import { blankDay, officialDay, officialText } from './official'
import { decidedSentence, NOTHING_DECIDED } from './progress'

/** The minutes: what a meeting discussed and decided. */
export const MINUTES_TEMPLATE = `# {城市}{年月}降尘污染防治调度会议纪要
{数据性质}
{会议日期}，{召开情况}召开{年月}降尘污染防治调度会议。会议通报了{年月}各区县降尘情况：{排名情况}。
{更正情况}
## 一、会议议定事项
{议定情况}
{议定表}
## 二、往次会议议定事项落实情况
{往次情况}
{往次表}
`

/** Present, excused and sitting in (GB/T 9704-2012, 10.3): filled in by hand. */
export const ATTENDANCE_LINES = ['出席：', '请假：', '列席：'] as const

interface Meeting {
  /** '' if unknown; it is then left blank. */
  readonly day: IsoDay | ''
  /** The place and chair of the meeting; '' if not entered. */
  readonly place: string
  readonly chair: string
  /** The headline of the ranking scene. */
  readonly headline: string
  /** The status of earlier meetings' decisions. */
  readonly earlier: string
  readonly decided: number
}

/** The fields of the minutes, by name. */
export const minutesFields = (
  facts: BulletinFacts,
  { day, place, chair, headline, earlier, decided }: Meeting,
): Readonly<Record<string, string>> => ({
  ...bulletinFields(facts),
  会议日期: day === '' ? blankDay(addMonths(facts.report.month, 1).slice(0, 4)) : officialDay(day),
  会议地点: place,
  主持人: chair,
  召开情况: `${chair}${place === '' ? '' : `在${place}`}${chair === '' ? '' : '主持'}`,
  排名情况: officialText(headline).replace(/[。.]$/, ''),
  议定情况: decidedSentence(decided) || NOTHING_DECIDED,
  往次情况: earlier,
})

/** The tables of the minutes, by name. */
export const minutesTables = <T>(decided: T, earlier: T): Readonly<Record<string, T>> => ({
  议定表: decided,
  往次表: earlier,
})

/** The fields for an office's own form with the note of the bulletin, whose other fields the form may have too. */
export const withDataNote = <T extends object>(data: T, dataNote: string) => ({ ...data, 数据性质: dataNote })
