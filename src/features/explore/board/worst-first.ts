import { WORST_FIRST } from '@/domain/rules/status'
import type { Tally } from '@/domain/rules/tally'

/** The segments of a bar, worst first. */
export const tallySegments = (tally: Tally) => WORST_FIRST.map((name) => ({ name, count: tally[name] }))
