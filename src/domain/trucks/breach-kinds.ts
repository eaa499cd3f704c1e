/** What a truck did that it should not. The names are stored: none may change its meaning. */
export const BREACHES = ['speed', 'open', 'lift', 'ban', 'unwashed'] as const
export type BreachKind = (typeof BREACHES)[number]
