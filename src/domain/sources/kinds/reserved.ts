/** What lies on the map beside the sources and can be switched off. */
export const LAYERS = ['dustfall', 'points', 'ring', 'in-order'] as const
/** Layers of the map that are no kind: links name what is hidden by one word, so no kind may have such an id. */
export const RESERVED_LAYERS = ['sources', ...LAYERS] as const
/** Columns that every table of sources has of its own: no field of a kind may have such a name. */
export const RESERVED_COLUMNS = ['kind', 'dataClass', 'status', 'overdueDays', 'gradeMove', 'month'] as const
