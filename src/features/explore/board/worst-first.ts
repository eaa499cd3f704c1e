import { STATE_NAMES } from '@/domain/rules/status'
import type { BoardTally } from '@/questions/board'

/** Standings, worst first, as everywhere. */
const WORST_FIRST = [...STATE_NAMES].reverse()

/** The parts of a bar. */
export const barOf = (tally: BoardTally) => WORST_FIRST.map((name) => ({ name, count: tally[name] }))
