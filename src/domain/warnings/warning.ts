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

/** Levels as offices write them: by colour, or by number, III being the mildest. */
const WRITTEN: Readonly<Record<WarningLevel, RegExp>> = {
  yellow: /^(?:黄色?|yellow|Ⅲ级?|III级?|3级|三级)(?:预警|响应)?$/i,
  orange: /^(?:橙色?|orange|Ⅱ级?|II级?|2级|二级)(?:预警|响应)?$/i,
  red: /^(?:红色?|red|Ⅰ级?|I级?|1级|一级)(?:预警|响应)?$/i,
}

/** The level that a cell says; null where it says none. */
export function levelOf(cell: string): WarningLevel | null {
  const text = cell.replaceAll(/\s/g, '')
  return WARNING_LEVELS.find((level) => WRITTEN[level].test(text)) ?? null
}

/** Whether a warning is in force at a minute. */
export const isInForce = ({ from, until }: Pick<Warning, 'from' | 'until'>, at: Minute): boolean =>
  from <= at && (until === null || at < until)

/** Warnings with the latest first; of two that begin at once the graver. */
export const latestFirst = (warnings: readonly Warning[]): Warning[] =>
  [...warnings].sort((a, b) => b.from - a.from || WARNING_LEVELS.indexOf(b.level) - WARNING_LEVELS.indexOf(a.level))
