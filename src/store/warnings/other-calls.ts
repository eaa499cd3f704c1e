import { type CalledTarget, type Calls, calledAt, type SourceCalls } from '@/ledger/calls'
import { type NamedSource, targetKey } from '@/ledger/shared-code'

/** Calls of a warning that are stored but not in its list. */
export interface UnlistedCalls {
  /** Of the warning, from the last call. */
  readonly code: string
  readonly name: string
  /** Whether the table of warnings contains it; if so, the called sources no longer have to respond. */
  readonly isListed: boolean
  readonly targets: readonly CalledTarget[]
}

function keptOf(code: string, isListed: boolean, targets: readonly CalledTarget[]): UnlistedCalls {
  const eventsOf = ({ standing, withdrawn }: SourceCalls) => [...standing, ...withdrawn.map(({ event }) => event)]
  const last = targets.flatMap(eventsOf).reduce((one, other) => (calledAt(other) > calledAt(one) ? other : one))
  return { code, name: last.body.warning.name, isListed, targets }
}

/**
 * Calls that no list of called sources shows: for warnings that are no longer in the table, for example because real
 * ones replaced illustrative ones, and to sources of which the shown warning requires nothing.
 * @param listed codes of the warnings in the table.
 * @param shown code of the shown warning, and the sources of which it requires nothing; null if none is shown.
 */
export function otherCalls(
  calls: Calls,
  listed: readonly string[],
  shown: { readonly code: string; readonly unasked: readonly NamedSource[] } | null,
): readonly UnlistedCalls[] {
  const gone = [...calls].flatMap(([code, of]) => (listed.includes(code) ? [] : keptOf(code, false, [...of.values()])))
  const of = shown && calls.get(shown.code)
  const unasked = (shown?.unasked ?? []).flatMap((source) => of?.get(targetKey(source)) ?? [])
  return [...(unasked.length > 0 ? [keptOf(shown!.code, true, unasked)] : []), ...gone]
}
