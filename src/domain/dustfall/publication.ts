import type { IsoDay } from '@/domain/calendar'
import { tenth } from './rounding'

/*
 * What stands beside a published figure belongs to the package, and is Chinese whatever the language of the screen on which it
 * was written. Whether a figure was corrected is read from it, so its forms are exact.
 */

/** How a published figure was put right. */
export interface Correction {
  readonly day: IsoDay
  /** Null: no valid figure. */
  readonly from: number | null
  readonly to: number | null
  readonly reason: string
}

export const publishedOnText = (day: IsoDay): string => `${day}公布`

export const correctionText = ({ day, from, to, reason }: Correction): string =>
  `${day}由${tenth(from)}更正为${tenth(to)}：${reason}`

/** What was said before, and what is said now. */
export const joinedText = (...said: readonly string[]): string => said.filter(Boolean).join('；')

const DAY = String.raw`(\d{4}-\d\d-\d\d)`
const FIGURE = String.raw`(—|\d+(?:\.\d+)?)`
const PUBLISHED = new RegExp(`${DAY}公布`, 'g')
const CORRECTED = new RegExp(`(；)?${DAY}由${FIGURE}更正为${FIGURE}：`, 'g')
/** What earlier versions wrote on English screens. */
const PUBLISHED_IN_ENGLISH = new RegExp(`published ${DAY}`, 'g')
const CORRECTED_IN_ENGLISH = new RegExp(`(; )?${DAY} corrected from ${FIGURE} to ${FIGURE}: `, 'g')

/** 由9.0更正为9.2, the same in English, or an office's own word with its day: 11-20更正, 11月20日更正. 无更正 is none. */
const SAYS_CORRECTED = new RegExp(
  `由${FIGURE}更正为${FIGURE}|corrected from ${FIGURE} to ${FIGURE}|${String.raw`\d日?\s*更正(?!说明|情况|[：:]?无)`}`,
)

/** Whether a text beside a published figure says that it was put right. */
export const saysCorrected = (text: string): boolean => SAYS_CORRECTED.test(text)

/** A text beside a published figure as it is written now: an earlier version may have written it in English. */
export const inChinese = (text: string): string =>
  text
    .replace(PUBLISHED_IN_ENGLISH, (_, day: IsoDay) => publishedOnText(day))
    .replace(
      CORRECTED_IN_ENGLISH,
      (_, and: string | undefined, day: string, from: string, to: string) =>
        `${and ? '；' : ''}${day}由${from}更正为${to}：`,
    )

/** The words of a screen's language for what stands beside a published figure. */
export interface PublicationWords {
  published(day: string): string
  /** All but the reason, which follows. */
  corrected(day: string, from: string, to: string): string
  readonly and: string
}

/** A text beside a published figure in other words; what an office wrote itself stays as it is. */
export const reworded = (text: string, words: PublicationWords): string =>
  text
    .replace(PUBLISHED, (_, day: string) => words.published(day))
    .replace(
      CORRECTED,
      (_, and: string | undefined, day: string, from: string, to: string) =>
        `${and ? words.and : ''}${words.corrected(day, from, to)}`,
    )
