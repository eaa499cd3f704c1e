/** Map layers besides the sources that can be switched off. */
export const LAYERS = ['dustfall', 'points', 'ring', 'in-order'] as const
/** Map layers that are not kinds. Links name hidden layers and kinds alike, so no kind may have one of these ids. */
export const RESERVED_LAYERS = ['sources', ...LAYERS] as const
export const OVERDUE_DAYS = 'overdueDays'
/** Columns computed from the rules' findings and shown beside those of a file; links name them. */
export const FOUND_COLUMNS = [OVERDUE_DAYS, 'unmet', 'unmetSince', 'unmetDue', 'unmetLeads'] as const
export type FoundColumn = (typeof FOUND_COLUMNS)[number]
export const isFoundColumn = (name: string): name is FoundColumn => (FOUND_COLUMNS as readonly string[]).includes(name)

/** Column names that every table of sources uses: no field of a kind may have one of them. */
export const RESERVED_COLUMNS = ['kind', 'dataClass', 'status', ...FOUND_COLUMNS, 'gradeMove', 'month'] as const
