import type { KindId } from '@/domain/sources/kinds/kind'

/** The standing of a source towards a warning, by the last answer to a call; most urgent first. */
export const CALL_STANDINGS = ['refused', 'unreached', 'none', 'doing', 'done'] as const
export type CallStanding = (typeof CALL_STANDINGS)[number]

/** A source with a known standing: somebody called it, or a check found something. All other sources are unknown. */
export interface CallResult {
  readonly kind: KindId
  readonly code: string
  /** Which of several sources with this code, from 1; the first if absent. */
  readonly nth?: number
  readonly standing: CallStanding
  /** Whether checks during the warning found one of its measures not carried out. */
  readonly unmet: boolean
  /** Whether the last check during the warning found other items not met. */
  readonly failed: boolean
}

/**
 * The number of sources per standing, among those that must respond; the standings add up to `asked`. `unmet` and
 * `failed` are counted separately.
 */
export interface CalledCounts extends Readonly<Record<CallStanding, number>> {
  readonly asked: number
  readonly unmet: number
  readonly failed: number
}

/**
 * The standing of something that is called together with its parts: its own answer or, if it was not called itself, the
 * most urgent standing of its parts, even if that is `none`.
 */
export const combinedStanding = ([own, ...parts]: readonly CallStanding[]): CallStanding =>
  own !== undefined && own !== 'none' ? own : (CALL_STANDINGS.find((each) => parts.includes(each)) ?? 'none')
