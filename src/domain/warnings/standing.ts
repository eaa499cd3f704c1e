import type { KindId } from '@/domain/sources/kinds/kind'

/** How one stands towards a warning by the last answer to a call, those to act on first. */
export const CALL_STANDINGS = ['refused', 'unreached', 'none', 'doing', 'done'] as const
export type CallStanding = (typeof CALL_STANDINGS)[number]

/** A source of which something is known: somebody called it, or a check found something. Of all others nothing is. */
export interface KnownStanding {
  readonly kind: KindId
  readonly code: string
  readonly standing: CallStanding
  /** Whether the last check while the warning lasted found something not met. */
  readonly failed: boolean
}

/** How many of those who have to respond stand how; the standings come to `asked`. Of how many a check found something is beside that. */
export interface CalledCounts extends Readonly<Record<CallStanding, number>> {
  readonly asked: number
  readonly failed: number
}

/** How one stands who is called with its parts: by what was answered for it; where nobody called it, by the part to act on first, be it one that nobody called. */
export const standingOfAll = ([own, ...parts]: readonly CallStanding[]): CallStanding =>
  own !== undefined && own !== 'none' ? own : (CALL_STANDINGS.find((each) => parts.includes(each)) ?? 'none')
