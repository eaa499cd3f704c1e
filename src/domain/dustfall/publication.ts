import type { IsoDay } from '@/domain/calendar'
import { tenth } from './rounding'

/*
 * The notes beside published figures belong to the package and are in Chinese, whatever the language of the screen
 * where they were written. Whether a figure was corrected is read from them, so their wording must match exactly.
 */

/** A correction of a published figure. */
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

/** Joins earlier and later notes. */
export const joinNotes = (...notes: readonly string[]): string => notes.filter(Boolean).join('；')

const DAY = String.raw`(\d{4}-\d\d-\d\d)`
const FIGURE = String.raw`(—|\d+(?:\.\d+)?)`
const PUBLISHED = new RegExp(`${DAY}公布`, 'g')
const CORRECTED = new RegExp(`(；)?${DAY}由${FIGURE}更正为${FIGURE}：`, 'g')
/** The English forms that earlier versions wrote. */
const PUBLISHED_IN_ENGLISH = new RegExp(`published ${DAY}`, 'g')
const CORRECTED_IN_ENGLISH = new RegExp(`(; )?${DAY} corrected from ${FIGURE} to ${FIGURE}: `, 'g')

/** 由9.0更正为9.2, the same in English, or an office's own words with a day: 11-20更正, 11月20日更正. Does not match 无更正. */
const SAYS_CORRECTED = new RegExp(
  `由${FIGURE}更正为${FIGURE}|corrected from ${FIGURE} to ${FIGURE}|${String.raw`\d日?\s*更正(?!说明|情况|[：:]?无)`}`,
)

/** Whether a note says that the figure was corrected. */
export const mentionsCorrection = (text: string): boolean => SAYS_CORRECTED.test(text)

/** Converts a note to today's Chinese form; earlier versions may have written it in English. */
export const noteInChinese = (text: string): string =>
  text
    .replace(PUBLISHED_IN_ENGLISH, (_, day: IsoDay) => publishedOnText(day))
    .replace(
      CORRECTED_IN_ENGLISH,
      (_, and: string | undefined, day: string, from: string, to: string) =>
        `${and ? '；' : ''}${day}由${from}更正为${to}：`,
    )

/** The words for notes beside published figures, in the language of the screen. */
export interface PublicationWords {
  published(day: string): string
  /** All but the reason, which follows. */
  corrected(day: string, from: string, to: string): string
  readonly and: string
}

/** Translates a note to the words of a screen; parts that an office wrote itself stay as they are. */
export const translateNote = (text: string, templates: PublicationWords): string =>
  text
    .replace(PUBLISHED, (_, day: string) => templates.published(day))
    .replace(
      CORRECTED,
      (_, and: string | undefined, day: string, from: string, to: string) =>
        `${and ? templates.and : ''}${templates.corrected(day, from, to)}`,
    )
