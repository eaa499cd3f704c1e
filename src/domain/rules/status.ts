/** Status of a source under a rule, from good to bad. Tables store the number, and "worst" compares it. */
export const STATUS = { fine: 0, due: 1, unknown: 2, failing: 3, overdue: 4 } as const

export type StatusName = keyof typeof STATUS
export type Status = (typeof STATUS)[StatusName]

/** Names by number. */
export const STATUS_NAMES: readonly StatusName[] = ['fine', 'due', 'unknown', 'failing', 'overdue']

/**
 * Statuses as shown and counted, from good to bad. `toVerify`: the source falls short only by an unconfirmed setting.
 * To the rules it is unknown, but a person has to look, so it is not a lack of data.
 */
export const STATE_NAMES = ['fine', 'due', 'unknown', 'toVerify', 'failing', 'overdue'] as const
export type StateName = (typeof STATE_NAMES)[number]

/** Order in lines of counts. */
export const WORST_FIRST: readonly StateName[] = [...STATE_NAMES].reverse()
