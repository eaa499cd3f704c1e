import type { Bilingual } from '@/domain/bilingual'
import type { Field } from './field'

/**
 * Surveys of a kind's sources over time, in a separate table: the latest one up to a day gives a source's state on that
 * day.
 */
export interface Surveys {
  /** Role of the table in the package. */
  readonly id: string
  readonly title: Bilingual
  /** Words by which a file, sheet or title of these surveys is recognised. */
  readonly words: readonly string[]
  /** One field has the meaning `source`, one `surveyedOn`; every other fills the kind's field of the same name. */
  readonly fields: readonly Field[]
  readonly grading?: Grading
}

/** How a measured value becomes a grade. */
export interface Grading {
  /** Field of the measured value. */
  readonly value: string
  /** Field of the grade; its allowed texts are the grades, best first. */
  readonly grade: string
  /** Key of the package setting with the upper limit of every grade but the worst, best first. */
  readonly setting: string
}
