import type { Bilingual } from '@/domain/bilingual'

/** Grades that sources climb. A kind with a ladder has fields that mean `grade`, `lastGrade` and `industry`. */
export interface Ladder {
  /** Ladders, the best grade of each first: industries differ in which of them holds. */
  readonly orders: readonly (readonly string[])[]
  /** The grade of a source that was not graded. */
  readonly ungraded: string
  /** Grades that the plan wants more of. */
  readonly advanced: readonly string[]
  /** Which grades are to move, and what the office calls the step. */
  readonly steps: readonly { readonly title: Bilingual; readonly grades: readonly string[] }[]
  /** What stands in a source's symbol for a grade, where it is not the grade itself. */
  readonly letters: Readonly<Record<string, string>>
}
