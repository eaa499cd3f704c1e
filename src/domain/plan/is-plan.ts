import { readPlan } from './read-plan'

/** Minimum number of numbered paragraphs with a body in charge; data files have fewer. */
const MIN_LED = 2
const NAMES_A_PLAN = /(?:方案|计划|要点|行动|措施)/
const NAMES_WHO = /牵头|责任|负责|落实/

/** Cheap pre-test for a plan; also true for some other texts. */
const mayBePlan = (text: string): boolean => NAMES_A_PLAN.test(text) && NAMES_WHO.test(text)

/**
 * Whether a text is a city's plan: it has a plan's title, and numbered clauses outside table rows that name who is in
 * charge.
 */
export function isPlan(text: string, known: readonly string[], year: number): boolean {
  if (!mayBePlan(text)) return false
  const { head, clauses, rows } = readPlan(text, known, year)
  const inRow = (at: number) => rows.some(({ start, end }) => start <= at && at < end)
  const led = clauses.filter(({ responsibilities }) => responsibilities.some(({ start }) => !inRow(start)))
  return head.title !== '' && led.length >= MIN_LED
}

/** Whether a file name is that of a plan; for files whose text can't be read. */
export const isPlanName = (name: string): boolean => /(?:方案|行动计划|工作要点)[^.]*\.\w+$/.test(name)
