/** What lies on the map beside the sources and can be switched off. */
export const LAYERS = ['dustfall', 'points', 'ring', 'in-order'] as const
/** Layers of the map that are no kind: links name what is hidden by one word, so no kind may have such an id. */
export const RESERVED_LAYERS = ['sources', ...LAYERS] as const
export const OVERDUE_DAYS = 'overdueDays'
/** Columns of what the rules found, worked out beside those of a file; links name them. */
export const FOUND_COLUMNS = [OVERDUE_DAYS, 'unmet', 'unmetSince', 'unmetDue', 'unmetLeads'] as const
export type FoundColumn = (typeof FOUND_COLUMNS)[number]
export const isFoundColumn = (name: string): name is FoundColumn => (FOUND_COLUMNS as readonly string[]).includes(name)

/** Columns that every table of sources has of its own: no field of a kind may have such a name. */
export const RESERVED_COLUMNS = ['kind', 'dataClass', 'status', ...FOUND_COLUMNS, 'gradeMove', 'month'] as const
