import type { Minute } from '@/domain/monitoring/readings'

/** Levels of a heavy-pollution warning, mildest first. */
export const WARNING_LEVELS = ['yellow', 'orange', 'red'] as const
export type WarningLevel = (typeof WARNING_LEVELS)[number]

/**
 * A warning as issued by the city. It is never inferred from an air quality index, because the definition of the levels
 * has changed.
 */
export interface Warning {
  readonly code: string
  readonly name: string
  readonly level: WarningLevel
  readonly from: Minute
  /** The minute at which it was lifted; null while it is in force. */
  readonly until: Minute | null
  /** Codes of the counties it applies to; empty for the whole city. */
  readonly counties: readonly string[]
  /** The issuer, with the document number; '' if not recorded. */
  readonly issuer: string
}

/** How a level is written: by its colour, or by its number, where III is the mildest. */
const COLOURS: Readonly<Record<WarningLevel, RegExp>> = { yellow: /黄|yellow/i, orange: /橙|orange/i, red: /红|red/i }
const NUMBERS: Readonly<Record<WarningLevel, RegExp>> = {
  yellow: /(?:Ⅲ|III|3|三)级?/i,
  orange: /(?:Ⅱ|(?<!I)II(?!I)|2|二)级?/i,
  red: /(?:Ⅰ|(?<!I)I(?!I)|1|一)级?/i,
}
/** Words that may surround them: 重污染天气黄色预警（Ⅲ级响应）. */
const AROUND = /重污染天气|预警|响应|等级|级别|[级色（）()]/g

const levelBy = (forms: typeof COLOURS, text: string) => WARNING_LEVELS.filter((level) => forms[level].test(text))

/** The level in a cell; null if there is none, or several that disagree. */
export function levelOf(cell: string): WarningLevel | null {
  const text = cell.replaceAll(/\s/g, '')
  // Reject other words that only contain a level (蓝色, 4级).
  const rest = [...Object.values(COLOURS), ...Object.values(NUMBERS)].reduce(
    (left, form) => left.replace(form, ''),
    text,
  )
  if (rest.replaceAll(AROUND, '') !== '') return null
  const said = new Set([...levelBy(COLOURS, text), ...levelBy(NUMBERS, text)])
  return said.size === 1 ? [...said][0]! : null
}

/** Whether a warning is in force at a minute or, if `last` is given, at any time between the two. */
export const isInForce = ({ from, until }: Pick<Warning, 'from' | 'until'>, at: Minute, last: Minute = at): boolean =>
  from <= last && (until === null || at < until)

/** The minute at which a warning was lifted, if it was by a minute; null if it was not, or not yet. */
export const liftedBy = ({ until }: Pick<Warning, 'until'>, at: Minute): Minute | null =>
  until !== null && until <= at ? until : null

/** Sorts warnings, latest first; if two begin at the same time, the more severe first. */
export const latestFirst = (warnings: readonly Warning[]): Warning[] =>
  [...warnings].sort((a, b) => b.from - a.from || WARNING_LEVELS.indexOf(b.level) - WARNING_LEVELS.indexOf(a.level))
