import type { OrderedStop, RoundOrder } from '@/domain/field/round-order'
import type { Position } from '@/domain/geodesy/position'
import { useOutcome } from '@/store/answers/use-promise'
import { useOpened } from '@/store/chentu'
import { stopKey } from '@/store/device/round'
import { keyOf } from '@/store/view/view'
import { datasetWorker } from '@/workers/client'
import type { Candidate } from './use-candidates'

/** A stop as listed before the round is given out. */
export interface RoundLine {
  readonly key: string
  readonly name: string
  readonly stop: OrderedStop
  /** Null if the package has no position for it. */
  readonly position: Position | null
}

export const lineOf = (source: Candidate): RoundLine => {
  const stop = keyOf(source)
  return { key: stopKey(stop), name: source.name, stop: { ...stop, name: source.name }, position: source.position }
}

/** The stops of a round that was given out before, in its order; null until loaded. */
export function useExistingRoundStops(order: RoundOrder | undefined): readonly RoundLine[] | null {
  const { shown } = useOpened()
  const stops = order?.stops ?? []
  const { found } = useOutcome(
    () => Promise.all(stops.map(({ kind, code, nth }) => datasetWorker().findSource(kind, code, nth))),
    '',
    [shown, JSON.stringify(stops)],
  )
  if (stops.length === 0) return []
  if (found?.length !== stops.length) return null
  return stops.map((stop, i) => ({
    ...{ key: stopKey(stop), stop },
    name: found[i]?.name ?? stop.name ?? stop.code,
    position: found[i]?.position ?? null,
  }))
}
