import type { IsoDay, Month } from '@/domain/calendar'

/** The fields of an official paper besides its text (GB/T 9704-2012, 7); '' if left open. */
export interface OfficialFields {
  /** 发文机关标志, such as 咸阳市生态环境局文件; '' if the paper has it preprinted, or has none. */
  readonly head: string
  /** 发文字号. */
  readonly number: string
  /** 主送机关. */
  readonly to: string
  /** 发文机关署名. */
  readonly office: string
  /** 成文日期. */
  readonly signedOn: IsoDay | ''
  /** 抄送机关. */
  readonly copyTo: string
  /** 印发机关, if it is not the office itself. */
  readonly issuedBy: string
  /** 印发日期. */
  readonly issuedOn: IsoDay | ''
}

/** The fields that are the same every month. */
export const STANDING_FIELDS = ['head', 'to', 'office', 'copyTo', 'issuedBy'] as const
/** The fields that differ by month. */
export const MONTHLY_FIELDS = ['number', 'signedOn', 'issuedOn'] as const

type Kept<N extends string> = Partial<Record<N, string | undefined>> & { readonly [later: string]: unknown }

/** The fields as a package stores them: the standing ones, and those by month. Keys of later app versions are kept. */
export type StoredOfficialFields = Kept<(typeof STANDING_FIELDS)[number]> & {
  readonly months?: Readonly<Record<Month, Kept<(typeof MONTHLY_FIELDS)[number]>>> | undefined
}

/** The fields of a month from what a package stores; '' for those not stored. */
export function officialFieldsOfMonth(kept: StoredOfficialFields | undefined, month: Month): OfficialFields {
  const own = kept?.months?.[month]
  const of = <N extends string>(names: readonly N[], from: Partial<Record<N, string | undefined>> | undefined) =>
    Object.fromEntries(names.map((name) => [name, from?.[name] ?? ''])) as Record<N, string>
  const { number, signedOn, issuedOn } = of(MONTHLY_FIELDS, own)
  return { ...of(STANDING_FIELDS, kept), number, signedOn: dayOrNone(signedOn), issuedOn: dayOrNone(issuedOn) }
}

/** A package may contain any text; '' if it is not a day. */
const dayOrNone = (text: string): IsoDay | '' =>
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text) ? text : ''

/**
 * What the package stores after the fields of a month changed; other months, and keys of later app versions, are kept.
 */
export function keepOfficial(
  kept: StoredOfficialFields | undefined,
  month: Month,
  fields: OfficialFields,
): StoredOfficialFields {
  const pick = (names: readonly (keyof OfficialFields)[]) =>
    Object.fromEntries(names.map((name) => [name, fields[name].trim()]))
  const months = { ...kept?.months, [month]: { ...kept?.months?.[month], ...pick(MONTHLY_FIELDS) } }
  return { ...kept, ...pick(STANDING_FIELDS), months }
}

/** The lines around the text of a paper; '' for those left out. */
export interface OfficialLines {
  readonly head: string
  readonly number: string
  readonly to: string
  readonly signature: string
  readonly date: string
  readonly copyTo: string
  readonly issuedBy: string
  readonly issuedOn: string
}

/** Fixed words of official papers, in Chinese. */
export const FIXED_WORDS = {
  annexNote: '附件：',
  annex: '附件',
  strong: '加粗的超过限值',
  marksAbove: '※ 说明见前表',
  otherMarksAbove: '※ 其余说明见前表',
} as const

/** 2022年11月5日: Arabic numerals without leading zeros (7.3.5.5). */
export const officialDay = (day: IsoDay): string =>
  `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** Converts ISO days in a text to their form in papers. */
export const withOfficialDays = (text: string): string =>
  text.replace(/\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b/g, officialDay)

/**
 * The same for narrow columns: days in the year of the paper are written without the year. @param inYear a day of that year
 */
export const shortDays = (text: string, inYear: IsoDay): string =>
  officialText(withOfficialDays(text)).replaceAll(`${inYear.slice(0, 4)}年`, '')

/** The parts of 咸环函〔2022〕45号: before the year, and after the number. */
const NUMBER = /^(.*?)[〔[（(［]\d{4}[〕\]）)］]\s*\d*\s*(\D*)$/
/** A blank of two characters, to be filled in by hand. */
const BLANK = '\u3000\u3000'

/** A day to be filled in by hand. */
export const blankDay = (year: string) => `${year}年${BLANK}月${BLANK}日`

/** Adapts a screen text for papers: no spaces between Chinese characters and digits. */
export const officialText = (text: string): string =>
  text.replace(/([\p{Script=Han}，、：；。（）]) +(?=[\d])/gu, '$1').replace(/([\d.%]) +(?=\p{Script=Han})/gu, '$1')

/** A number not assigned yet: in the form of an earlier paper's number, with a blank for the number itself. */
function blankNumber(year: string, former: string): string {
  const [, agency = '', after = '号'] = NUMBER.exec(former) ?? []
  return `${agency}〔${year}〕${BLANK}${after || '号'}`
}

/**
 * The lines around a paper. What is usually filled in by hand is left blank: the number, and the date if an office
 * signs. `year`: the year in blanks; `former`: the number of an earlier paper, '' if there is none.
 */
export function officialLines(fields: OfficialFields, year: string, former: string): OfficialLines {
  const { head, number, to, office, signedOn, copyTo, issuedBy, issuedOn } = fields
  const issuer = issuedBy || (issuedOn ? office : '')
  return {
    head,
    number: number || blankNumber(signedOn.slice(0, 4) || year, former),
    to: to === '' ? '' : `${to.replace(/[：:]$/, '')}：`,
    signature: office,
    date: signedOn ? officialDay(signedOn) : office ? blankDay(year) : '',
    copyTo: copyTo === '' ? '' : `抄送：${copyTo.replace(/[。.]$/, '')}。`,
    issuedBy: issuer,
    issuedOn: issuedOn ? `${officialDay(issuedOn)}印发` : '',
  }
}

/** The number of the latest earlier month that has one; '' if none. */
export function formerNumber(kept: StoredOfficialFields | undefined, month: Month): string {
  const earlier = Object.entries(kept?.months ?? {}).filter(([each, { number }]) => each < month && number)
  return earlier.sort(([a], [b]) => (a < b ? 1 : -1))[0]?.[1].number ?? ''
}
