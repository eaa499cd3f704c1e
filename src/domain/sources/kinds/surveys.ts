import type { Bilingual } from '@/domain/bilingual'
import type { Field } from './field'

/** Surveys of a kind's sources over time, in a table of their own: the latest up to a day says how a source stands on it. */
export interface Surveys {
  /** Role of the table in the package. */
  readonly id: string
  readonly title: Bilingual
  /** Words that a file, a sheet or a title about them carries. */
  readonly words: readonly string[]
  /** One means `source`, one `surveyedOn`; every other fills the kind's field of the same name. */
  readonly fields: readonly Field[]
  readonly grading?: Grading
}

/** How a measured value becomes a grade. */
export interface Grading {
  /** Field of the measured value. */
  readonly value: string
  /** Field of the grade; the texts that it allows are the grades, best first. */
  readonly grade: string
  /** Key of the package's settings that holds the largest value of every grade but the worst, best first. */
  readonly setting: string
}
