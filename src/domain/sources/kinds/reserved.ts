/** Columns that every table of sources has of its own: no field of a kind may have such a name. */
export const RESERVED_COLUMNS = ['kind', 'dataClass', 'status', 'overdueDays', 'gradeMove', 'month'] as const
