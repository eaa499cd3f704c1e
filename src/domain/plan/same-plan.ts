import { plainForm } from './plan-text'

/** What tells one plan from another: the number of its document, and its year. */
export interface PlanMark {
  /** '' where it has none. */
  readonly number: string
  readonly year: number
}

const bare = (number: string) => plainForm(number).replace(/[^\p{L}\p{N}]/gu, '')

/** Whether two plans are of the same document, else of the same year; null where they are of neither. */
export function sameAs(one: PlanMark, other: PlanMark): 'number' | 'year' | null {
  const number = bare(one.number)
  if (number !== '' && number === bare(other.number)) return 'number'
  return one.year === other.year ? 'year' : null
}
