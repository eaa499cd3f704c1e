import type { Minute } from '@/domain/monitoring/readings'

/** Levels of a warning of heavy pollution, the mildest first. */
export const WARNING_LEVELS = ['yellow', 'orange', 'red'] as const
export type WarningLevel = (typeof WARNING_LEVELS)[number]

/** A warning as the city issued it. It is never inferred from an air quality index: what the levels mean has changed. */
export interface Warning {
  readonly code: string
  readonly name: string
  readonly level: WarningLevel
  readonly from: Minute
  /** The minute at which it was lifted; null while it lasts. */
  readonly until: Minute | null
  /** Codes of the counties that it is for; none where it is for the whole city. */
  readonly counties: readonly string[]
  /** Who issued it, with the number of the document; '' where nobody wrote that down. */
  readonly issuer: string
}

/** What says a level: its colour, or its number, III being the mildest. */
const COLOURS: Readonly<Record<WarningLevel, RegExp>> = { yellow: /黄|yellow/i, orange: /橙|orange/i, red: /红|red/i }
const NUMBERS: Readonly<Record<WarningLevel, RegExp>> = {
  yellow: /(?:Ⅲ|III|3|三)级?/i,
  orange: /(?:Ⅱ|(?<!I)II(?!I)|2|二)级?/i,
  red: /(?:Ⅰ|(?<!I)I(?!I)|1|一)级?/i,
}
/** What may stand beside them: 重污染天气黄色预警（Ⅲ级响应）. */
const AROUND = /重污染天气|预警|响应|等级|级别|[级色（）()]/g

const levelBy = (forms: typeof COLOURS, text: string) => WARNING_LEVELS.filter((level) => forms[level].test(text))

/** The level that a cell says; null where it says none, or several that disagree. */
export function levelOf(cell: string): WarningLevel | null {
  const text = cell.replaceAll(/\s/g, '')
  // A word that says another thing (蓝色, 4级) must not pass for what a part of it says.
  const rest = [...Object.values(COLOURS), ...Object.values(NUMBERS)].reduce(
    (left, form) => left.replace(form, ''),
    text,
  )
  if (rest.replaceAll(AROUND, '') !== '') return null
  const said = new Set([...levelBy(COLOURS, text), ...levelBy(NUMBERS, text)])
  return said.size === 1 ? [...said][0]! : null
}

/** Whether a warning is in force at a minute; or, with a second one after it, at some time from the first to that. */
export const isInForce = ({ from, until }: Pick<Warning, 'from' | 'until'>, at: Minute, last: Minute = at): boolean =>
  from <= last && (until === null || at < until)

/** Warnings with the latest first; of two that begin at once the graver. */
export const latestFirst = (warnings: readonly Warning[]): Warning[] =>
  [...warnings].sort((a, b) => b.from - a.from || WARNING_LEVELS.indexOf(b.level) - WARNING_LEVELS.indexOf(a.level))
