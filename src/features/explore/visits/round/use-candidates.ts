import type { Position } from '@/domain/geodesy/position'
import type { SourceSummary } from '@/questions/source/source-summary'
import { useOutcome } from '@/store/answers/use-promise'
import { useOpened } from '@/store/chentu'
import { useRound } from '@/store/device/round'
import { datasetWorker } from '@/workers/client'

/** Number of rows that are searched for sources with a position. */
const MAX_ROWS = 200

/**
 * Where the stops of a round come from: the sources shown, worst first; given sources in their order; or sources that
 * the user added one by one.
 */
export type RoundFrom = 'shown' | 'chosen' | readonly number[]

export type Candidate = SourceSummary & { readonly position: Position }

const isPlaced = (source: SourceSummary | null): source is Candidate => source !== null && source.position !== null

/** The sources with a position that a round can be made of, in their order; null until loaded. */
export function useCandidates(from: RoundFrom) {
  const { shown } = useOpened()
  const chosen = useRound((round) => round.stops)
  const { found, error } = useOutcome(
    async (): Promise<readonly (SourceSummary | null)[]> => {
      const worker = datasetWorker()
      if (from === 'shown') return worker.shownRows(0, MAX_ROWS)
      if (from === 'chosen') return Promise.all(chosen.map(({ kind, code, nth }) => worker.findSource(kind, code, nth)))
      const rows = await worker.listedRows(from.slice(0, MAX_ROWS))
      const byNumber = new Map(rows.map((row) => [row.source, row]))
      return from.flatMap((source) => byNumber.get(source) ?? [])
    },
    from,
    [shown, chosen],
  )
  return {
    candidates: found?.filter(isPlaced) ?? null,
    unplaced: found ? found.filter((each) => !isPlaced(each)).length : 0,
    error,
  }
}
