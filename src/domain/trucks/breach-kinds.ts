/** Kinds of breaches by trucks. The names are stored: their meaning must never change. */
export const BREACHES = ['speed', 'open', 'lift', 'ban', 'unwashed'] as const
export type BreachKind = (typeof BREACHES)[number]
