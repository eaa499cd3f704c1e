import { plainForm } from './plan-text'

/** Identifies a plan: its document number and year. */
export interface PlanMark {
  /** '' if it has none. */
  readonly number: string
  readonly year: number
}

const bare = (number: string) => plainForm(number).replace(/[^\p{L}\p{N}]/gu, '')

/** Whether two plans have the same document number, otherwise the same year; null if neither. */
export function samePlanBy(one: PlanMark, other: PlanMark): 'number' | 'year' | null {
  const number = bare(one.number)
  if (number !== '' && number === bare(other.number)) return 'number'
  return one.year === other.year ? 'year' : null
}
