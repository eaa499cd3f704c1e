import { useMemo } from 'react'
import type { FoundEvent } from '@/ledger/discovery'
import { useLedger } from '@/store/ledger'
import { useAnswer } from './use-answer'

const NONE: readonly FoundEvent[] = []

/** Sources found by teams that the open package does not list yet. */
export function useUnlisted(): readonly FoundEvent[] {
  const state = useLedger((all) => all.state)
  const found = useMemo(() => [...state.values()].flatMap((target) => target.found ?? []), [state])
  const unlisted = useAnswer(
    async (worker) => {
      if (found.length === 0) return NONE
      const listed = await Promise.all(found.map(({ body: { target } }) => worker.findSource(target.kind, target.code)))
      return found.filter((_, i) => listed[i] === null)
    },
    '',
    [found],
  )
  return unlisted ?? NONE
}
