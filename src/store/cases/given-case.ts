import type { GivenCase } from '@/domain/field/round-order'
import { knownOf } from '@/ledger/cases'
import type { CaseOpened } from '@/ledger/event'
import type { CaseView } from './case-view'

/**
 * A case as it goes to a team with a round.
 * @param given id of the step that says so, which what the team writes follows.
 */
export function givenCase(of: CaseView, opened: CaseOpened, given: string): GivenCase {
  const { id, title, clocks, record } = of
  return {
    id,
    title,
    sort: opened.sortName,
    reason: opened.reason,
    position: opened.position,
    observed: opened.observed,
    due: clocks
      .filter(({ state }) => state === 'running' || state === 'overdue')
      .map(({ step, due }) => ({ step, at: new Date(due).toISOString() })),
    likely: opened.likely.map(({ kind, code, name }) => ({ kind, code, name })),
    // Given again, the step that says so is among what is known.
    knows: [...new Set([...knownOf(record), given])].sort(),
  }
}
