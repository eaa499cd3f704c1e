/** real: from the plan or a published table; derived: converted; illustrative: made up to try things (示例). */
export const DATA_CLASSES = ['real', 'derived', 'illustrative'] as const
export type DataClass = (typeof DATA_CLASSES)[number]
