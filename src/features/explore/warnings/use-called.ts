import { useMemo, useState } from 'react'
import type { CallResult } from '@/domain/warnings/standing'
import type { Warning } from '@/domain/warnings/warning'
import {
  type CalledBy,
  type CalledFilters,
  type CalledRequest,
  NO_CALLED_FILTERS,
} from '@/questions/warnings/warning-overview'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened } from '@/store/chentu'
import { useDebounced } from '@/store/page/use-debounced'
import { type CallEvidence, type CalledState, calledStateOfAll, knownStandings } from '@/store/warnings/call-standing'

/** The source of a line, as needed to look up its standing. */
type Source = Parameters<typeof calledStateOfAll>[1]

/** The sources that a warning applies to, grouped and filtered, with their standing on the as-of date. */
export function useCalled(warning: Warning, answered: CallEvidence) {
  const { evaluation } = useOpened()
  const { asOf } = evaluation
  const [by, setBy] = useState<CalledBy>('county')
  const [narrowing, setNarrowing] = useState<CalledFilters>(NO_CALLED_FILTERS)
  const known = useMemo(() => knownStandings(warning, answered, asOf), [warning, answered, asOf])
  // Debounced, since the text is searched in all texts of all rows.
  const text = useDebounced(narrowing.text)
  const settled = useMemo(() => ({ ...narrowing, text }), [narrowing, text])
  const asked = JSON.stringify([warning.code, asOf, by, settled])
  // Lines keep the order they were queried with, so that recording an answer does not move a line away while the user
  // works.
  const [held, setHeld] = useState({ asked, known })
  if (held.asked !== asked) setHeld({ asked, known })
  const request: CalledRequest = { code: warning.code, by, narrowing: settled, known, held: held.known }
  // The previous result stays until the next arrives, so that typing does not empty the list.
  const again = [asked, known, held.known]
  const overview = useAnswer(
    async (worker) => ({ by, ...(await worker.warningOverview(request)) }),
    warning.code,
    again,
  )
  return {
    ...{ by, setBy, narrowing, setNarrowing, request, again, overview, asOf },
    standingOf: (source: Source): CalledState => calledStateOfAll(warning, source, answered, asOf),
    /** Whether the lines would now be ordered differently, and the function that reorders them. */
    isMoved: !isSame(held.known, known),
    arrange: () => setHeld({ asked, known }),
  }
}

export type Called = ReturnType<typeof useCalled>

/** Whether both give the same order; sources whose calls all do not count do not move. */
const isSame = (one: readonly CallResult[], other: readonly CallResult[]) =>
  JSON.stringify(one.filter(moves)) === JSON.stringify(other.filter(moves))

const moves = ({ standing, unmet, failed }: CallResult) => standing !== 'none' || unmet || failed
