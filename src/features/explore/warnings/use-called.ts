import { useMemo, useState } from 'react'
import type { KnownStanding } from '@/domain/warnings/standing'
import type { Warning } from '@/domain/warnings/warning'
import { type CalledBy, type CalledNarrowing, type CalledRequest, NOT_NARROWED } from '@/questions/warning-overview'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened } from '@/store/chentu'
import { useSettled } from '@/store/page/use-settled'
import { type Answered, type CalledState, calledStateOfAll, knownStandings } from '@/store/warnings/call-standing'

/** The source of a line, as its standing is looked up. */
type Source = Parameters<typeof calledStateOfAll>[1]

/** Those whom a warning asks, put together and narrowed, and how they stand on the as-of day. */
export function useCalled(warning: Warning, answered: Answered) {
  const { evaluation } = useOpened()
  const { asOf } = evaluation
  const [by, setBy] = useState<CalledBy>('county')
  const [narrowing, setNarrowing] = useState<CalledNarrowing>(NOT_NARROWED)
  const known = useMemo(() => knownStandings(warning, answered, asOf), [warning, answered, asOf])
  // What is typed is looked for in all texts of all rows: not with each letter.
  const text = useSettled(narrowing.text)
  const settled = useMemo(() => ({ ...narrowing, text }), [narrowing, text])
  const asked = JSON.stringify([warning.code, asOf, by, settled])
  // Lines stay where they stood when they were asked for: what is answered meanwhile takes none away under the hand.
  const [held, setHeld] = useState({ asked, known })
  if (held.asked !== asked) setHeld({ asked, known })
  const request: CalledRequest = { code: warning.code, by, narrowing: settled, known, held: held.known }
  // What was found before stands until the next answer: a word that is typed takes nothing from under the hand.
  const again = [asked, known, held.known]
  const overview = useAnswer(
    async (worker) => ({ by, ...(await worker.warningOverview(request)) }),
    warning.code,
    again,
  )
  return {
    ...{ by, setBy, narrowing, setNarrowing, request, again, overview, asOf },
    standingOf: (source: Source): CalledState => calledStateOfAll(warning, source, answered, asOf),
    /** Whether lines would stand elsewhere by now, and what puts them there. */
    isMoved: !isSame(held.known, known),
    arrange: () => setHeld({ asked, known }),
  }
}

export type Called = ReturnType<typeof useCalled>

/** Whether lines stand in the same places by both: nothing moves one of whom only a call that does not count is known. */
const isSame = (one: readonly KnownStanding[], other: readonly KnownStanding[]) =>
  JSON.stringify(one.filter(moves)) === JSON.stringify(other.filter(moves))

const moves = ({ standing, unmet, failed }: KnownStanding) => standing !== 'none' || unmet || failed
