import { KIND_ID } from '@/domain/sources/kinds/kind'
import { z } from '@/io/zod'
import { isSameSource, type SourceKey } from '@/store/view/view'
import { createKept, listOf } from './kept'

interface RoundState {
  /** The sources of today's round in the order of the way; kept on this device, through a flat battery too. */
  readonly stops: readonly SourceKey[]
  setStops(stops: readonly SourceKey[]): void
  /** Puts a source at the end of the round, or takes it off. */
  toggleStop(stop: SourceKey): void
}

const stop = z.object({ kind: z.string().regex(KIND_ID), code: z.string(), nth: z.int().exactOptional() })

export const useRound = createKept<RoundState>('chentu-round', { stops: listOf(stop) }, (set, get) => ({
  stops: [],
  setStops: (stops) => set({ stops }),
  toggleStop(stop) {
    const { stops } = get()
    const others = stops.filter((each) => !isSameSource(each, stop))
    set({ stops: others.length < stops.length ? others : [...others, stop] })
  },
}))
