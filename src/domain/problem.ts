/** What is wrong with outside data, as a code that the screen puts into words. */
export type ProblemCode =
  | 'file-unreachable'
  | 'file-unreadable'
  | 'package-invalid'
  | 'column-missing'
  | 'required-missing'
  | 'not-a-number'
  | 'not-a-date'
  | 'not-a-month'
  | 'not-a-boolean'
  | 'not-in-list'
  | 'out-of-range'
  | 'unknown-county'
  | 'duplicate-code'
  | 'geometry-invalid'

/** One thing that is wrong with outside data, and where. */
export interface Problem {
  readonly code: ProblemCode
  /** File within the package. */
  readonly file: string
  /** Line of a table, the header being 1; or number of a feature from 1. */
  readonly row?: number
  readonly column?: string
  readonly seen?: string
  readonly expected?: string
}

/** What can fail on outside data: the value, and what was wrong on the way; no value where nothing is usable. */
export interface Result<T> {
  readonly value: T | null
  readonly problems: readonly Problem[]
}
