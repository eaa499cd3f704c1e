import type { Bilingual } from '@/domain/bilingual'

/** A grading system. A kind with a ladder has fields with the meanings `grade`, `lastGrade` and `industry`. */
export interface Ladder {
  /** Orders of grades, best first; which one applies depends on the industry. */
  readonly orders: readonly (readonly string[])[]
  /** Grade of an ungraded source. */
  readonly ungraded: string
  /** Grades that the plan wants more of. */
  readonly advanced: readonly string[]
  /** Grades that should be raised, and the office's name for the step. */
  readonly steps: readonly { readonly title: Bilingual; readonly grades: readonly string[] }[]
  /** Letters inside a source's symbol by grade, if different from the grade itself. */
  readonly letters: Readonly<Record<string, string>>
}
