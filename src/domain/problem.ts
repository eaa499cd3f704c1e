/** Problem with outside data, as a code that the screen translates into text. */
export type ProblemCode =
  | 'file-unreachable'
  | 'server-unreachable'
  | 'other-origin'
  | 'file-redirected'
  | 'kept-copy'
  | 'file-changed'
  | 'file-unreadable'
  | 'readings-unreadable'
  | 'tracks-unreadable'
  | 'kept-readings-lost'
  | 'kept-tracks-lost'
  | 'tracks-too-many'
  | 'tracks-no-settings'
  | 'package-invalid'
  | 'package-later'
  | 'rule-later'
  | 'column-missing'
  | 'required-missing'
  | 'name-missing'
  | 'not-a-number'
  | 'not-whole'
  | 'not-a-date'
  | 'date-without-year'
  | 'date-without-day'
  | 'date-impossible'
  | 'day-in-future'
  | 'deadline-far'
  | 'year-added'
  | 'day-or-ten'
  | 'not-a-month'
  | 'not-a-time'
  | 'time-order'
  | 'warning-level'
  | 'month-outside'
  | 'not-a-boolean'
  | 'percentage-below'
  | 'not-in-list'
  | 'out-of-range'
  | 'unknown-county'
  | 'duplicate-code'
  | 'device-number-twice'
  | 'monitor-place-unknown'
  | 'geometry-invalid'
  | 'ring-open'
  | 'ring-crosses'
  | 'outlines-overlap'
  | 'outlines-gap'
  | 'outline-unknown'
  | 'outlines-none'
  | 'outlines-kind'
  | 'outlines-part'
  | 'rivers-none'
  | 'absent-mark'
  | 'digits-lost'
  | 'cell-repaired'
  | 'ditto'
  | 'ditto-unclear'
  | 'cell-error'
  | 'below-detection'
  | 'not-below-detection'
  | 'text-damaged'
  | 'summary-row'
  | 'repeated-header'
  | 'row-too-long'
  | 'code-made'
  | 'uncoded-there'
  | 'credit-code-wrong'
  | 'same-name-near'
  | 'position-missing'
  | 'position-unreadable'
  | 'position-swapped'
  | 'position-looks-swapped'
  | 'position-outside'
  | 'position-in-river'
  | 'datum-unread'
  | 'datum-missing'
  | 'datum-disagrees'
  | 'county-disagrees'
  | 'county-unlisted'
  | 'county-filled'
  | 'county-missing'
  | 'month-order'
  | 'month-far'
  | 'value-too-large'
  | 'value-risen'
  | 'value-above-others'
  | 'value-jump'
  | 'unknown-point'
  | 'kept-points-unreadable'
  | 'kept-earlier-unreadable'
  | 'kept-limits-unreadable'
  | 'unknown-source'
  | 'role-unknown'
  | 'basemap-invalid'
  | 'cases-invalid'
  | 'cases-part-missing'
  | 'cases-part-wrong'
  | 'english-wrong'
  | 'monitoring-part-missing'
  | 'monitoring-part-wrong'
  | 'trucks-part-missing'
  | 'trucks-part-wrong'
  | 'kind-part-missing'
  | 'kind-part-wrong'
  | 'kind-id-taken'
  | 'kind-field-unknown'
  | 'kind-field-twice'
  | 'heading-taken'
  | 'column-unread'
  | 'plan-changed'
  | 'declaration-gone'
  | 'kind-field-name'
  | 'kind-field-reserved'
  | 'kind-meaning-missing'
  | 'kind-meaning-twice'
  | 'kind-meaning-type'
  | 'kind-measured-wrong'
  | 'kind-survey-type'
  | 'kind-grading-value'
  | 'kind-grading-setting'
  | 'kind-grades-missing'
  | 'kind-grade-unknown'
  | 'kind-group-wrong'
  | 'kind-group-unknown'
  | 'rule-kind-unknown'
  | 'rule-field-unknown'
  | 'rule-field-type'
  | 'requirement-gone'
  | 'requirement-wrong'
  | 'requirements-file-wrong'
  | 'point-county-unknown'
  | 'point-ambiguous'
  | 'point-moved'
  | 'row-repeated'
  | 'row-contradicts'
  | 'code-contradicts'
  | 'fixed-rows-alone'
  | 'fixed-rows-unclear'
  | 'unit-row'
  | 'section-row'
  | 'month-row'
  | 'unit-converted'
  | 'unit-daily'
  | 'unit-weighed'
  | 'unit-unknown'
  | 'reason-missing'
  | 'month-void'
  | 'value-unread'
  | 'value-empty'
  | 'old-value-stays'
  | 'published-stays'
  | 'weighing-incomplete'
  | 'weighing-differs'
  | 'void-with-value'
  | 'stated-differs'
  | 'change-unchecked'
  | 'change-by-table'
  | 'last-year-compared'
  | 'file-too-large'
  | 'file-vanished'
  | 'reading-cancelled'
  | 'item-waits'
  | 'file-empty'
  | 'file-is-plan'
  | 'file-kind-unknown'
  | 'file-field-bundle'
  | 'file-old-word'
  | 'file-encrypted'
  | 'no-table'
  | 'plan-kind-unknown'
  | 'plan-pdf'
  | 'plan-without-text'
  | 'plan-without-clauses'
  | 'plan-other'
  | 'document-without-table'
  | 'reader-died'
  | 'reader-late'
  | 'storage-full'
  | 'storage-private'
  | 'storage-denied'
  | 'storage-shut'
  | 'storage-failed'
  | 'changed-elsewhere'
  | 'cell-changed'
  | 'cell-gone'
  | 'package-file-missing'
  | 'not-in-force'
  | 'version-gone'
  | 'versions-unread'
  | 'database-later'
  | 'worker-stopped'
  | 'open-failed'
  | 'step-failed'

/**
 * What was done about a problem, in order: row left out, cell emptied, another value assumed that a person should
 * check, value not used and its month void, kept as it is, value converted by a rule, repaired, skipped.
 */
export const PROBLEM_ACTIONS = [
  'refused',
  'emptied',
  'assumed',
  'voided',
  'kept',
  'converted',
  'repaired',
  'skipped',
] as const
export type ProblemAction = (typeof PROBLEM_ACTIONS)[number]

/** One problem with outside data, and its location. */
export interface Problem {
  readonly code: ProblemCode
  /** File within the package. */
  readonly file: string
  readonly sheet?: string
  /** Id of the wrongly declared kind. */
  readonly kind?: string
  /** Line of a table as in a spreadsheet, from 1; or number of a feature, from 1. */
  readonly row?: number
  readonly column?: string
  readonly seen?: string
  readonly expected?: string
  /** Value after a repair. */
  readonly became?: string
  /** The earlier row of the same table that repeats or contradicts this one, and its value. */
  readonly earlier?: { readonly row: number; readonly value: string }
  /** The county or point, and the month, of a doubted dustfall value. */
  readonly unit?: { readonly name: string; readonly month: string }
  readonly action?: ProblemAction
}

/** Actions after which the data is usable and the problem only a notice. */
const TOLD: ReadonlySet<ProblemAction> = new Set(['assumed', 'voided', 'kept', 'converted', 'repaired', 'skipped'])

/** Whether a problem of a package must be fixed before publishing. */
export const mustBeFixed = ({ action }: Problem): boolean => action === undefined || !TOLD.has(action)

/** Result of reading outside data: the value, and the problems found; null if nothing is usable. */
export interface Result<T> {
  readonly value: T | null
  readonly problems: readonly Problem[]
}

/** Message of an error, for showing to the user. */
export const reasonOf = (error: unknown) => (error instanceof Error ? error.message || error.name : String(error))
