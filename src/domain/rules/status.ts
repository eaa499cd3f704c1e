/** How a source stands towards a rule, from good to bad; the number is what tables keep and what "worst" compares. */
export const STATUS = { fine: 0, due: 1, unknown: 2, failing: 3, overdue: 4 } as const

export type StatusName = keyof typeof STATUS
export type Status = (typeof STATUS)[StatusName]

/** Names by number. */
export const STATUS_NAMES: readonly StatusName[] = ['fine', 'due', 'unknown', 'failing', 'overdue']

/**
 * Standings as people count and ask for them, from good to bad: what falls short only by a setting that nobody confirmed is unknown
 * to every rule, but a person has to look, so that it is no lack of data.
 */
export const STATE_NAMES = ['fine', 'due', 'unknown', 'toVerify', 'failing', 'overdue'] as const
export type StateName = (typeof STATE_NAMES)[number]

/** As lines of counts have them. */
export const WORST_FIRST: readonly StateName[] = [...STATE_NAMES].reverse()
