import { readPlan } from './read-plan'

/** A file of data has fewer numbered paragraphs that say who is in charge. */
const LEAST_LED = 2
const NAMES_A_PLAN = /(?:方案|计划|要点|行动|措施)/
const NAMES_WHO = /牵头|责任|负责|落实/

/** Whether words of a plan may stand in a text: cheap, and true of some others too. */
const mayBePlan = (text: string): boolean => NAMES_A_PLAN.test(text) && NAMES_WHO.test(text)

/** Whether a text is a plan of a city: it has the title of one, and numbered clauses, no rows of a table, that say who is in charge. */
export function isPlan(text: string, known: readonly string[], year: number): boolean {
  if (!mayBePlan(text)) return false
  const { head, clauses, rows } = readPlan(text, known, year)
  const inRow = (at: number) => rows.some(({ start, end }) => start <= at && at < end)
  const led = clauses.filter(({ responsibilities }) => responsibilities.some(({ start }) => !inRow(start)))
  return head.title !== '' && led.length >= LEAST_LED
}

/** Whether a file's name is one of a plan; of a file whose words can't be read. */
export const isPlanName = (name: string): boolean => /(?:方案|行动计划|工作要点)[^.]*\.\w+$/.test(name)
