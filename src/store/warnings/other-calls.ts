import { type Calls, type CallsToOne, calledAt } from '@/ledger/calls'
import { targetKey } from '@/ledger/fold'
import type { SourceRef } from '@/ledger/references'

/** Calls of a warning that are kept, and that its list does not show. */
export interface KeptCalls {
  /** Of the warning, as the last of them has them. */
  readonly code: string
  readonly name: string
  /** Whether the table of warnings has it; then those who were called have to respond no more. */
  readonly isListed: boolean
  readonly targets: readonly (CallsToOne & { readonly target: SourceRef })[]
}

function keptOf(code: string, isListed: boolean, calls: readonly CallsToOne[]): KeptCalls {
  const eventsOf = ({ standing, withdrawn }: CallsToOne) => [...standing, ...withdrawn.map(({ event }) => event)]
  const last = calls.flatMap(eventsOf).reduce((one, other) => (calledAt(other) > calledAt(one) ? other : one))
  const targets = calls.map((each) => ({ ...each, target: eventsOf(each)[0]!.body.target }))
  return { code, name: last.body.warning.name, isListed, targets }
}

/**
 * The calls that no list of called sources shows: because of warnings that the table has no more, as where real ones took the place
 * of illustrative ones, and to sources of whom the shown warning asks nothing.
 * @param listed codes of the table's warnings.
 * @param shown the code of the one that is shown, and of whom it asks nothing; null where none is.
 */
export function otherCalls(
  calls: Calls,
  listed: readonly string[],
  shown: { readonly code: string; readonly unasked: readonly Pick<SourceRef, 'kind' | 'code'>[] } | null,
): readonly KeptCalls[] {
  const gone = [...calls].flatMap(([code, of]) => (listed.includes(code) ? [] : keptOf(code, false, [...of.values()])))
  const of = shown && calls.get(shown.code)
  const unasked = (shown?.unasked ?? []).flatMap((source) => of?.get(targetKey(source)) ?? [])
  return [...(unasked.length > 0 ? [keptOf(shown!.code, true, unasked)] : []), ...gone]
}
