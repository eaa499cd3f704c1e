import type { CaseOpened } from '@/ledger/case-bodies'
import { useAnswer } from '@/store/answers/use-answer'
import type { LikelyOnMap } from '@/store/cases/case-panel'

const NONE: readonly null[] = []

/** Current places of a case's likely sources, in record order; null for a source that the package no longer has. */
export function useLikelyPlaces(opened: CaseOpened | null): readonly (LikelyOnMap | null)[] {
  const likely = opened?.likely ?? []
  const found = useAnswer(
    async (worker) =>
      Promise.all(
        likely.map(async ({ kind, code, name, nth }) => {
          const source = await worker.findSource(kind, code, nth)
          return source?.position ? { kind, code, name, ...(nth && { nth }), position: source.position } : null
        }),
      ),
    JSON.stringify(likely.map(({ kind, code, nth }) => [kind, code, nth])),
  )
  return found ?? NONE
}
