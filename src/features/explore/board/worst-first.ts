import { STATUS_NAMES } from '@/domain/rules/status'
import type { Tally } from '@/questions/board'

/** Standings, worst first, as everywhere. */
const WORST_FIRST = [...STATUS_NAMES].reverse()

/** The parts of a bar. */
export const barOf = (tally: Tally) => WORST_FIRST.map((name) => ({ name, count: tally[name] }))
