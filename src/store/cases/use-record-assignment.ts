import type { RoundOrder } from '@/domain/field/round-order'
import { useLedger } from '@/store/ledger'
import { assignmentSteps } from './assigned-case'
import type { CaseView } from './case-view'
import { stepBody } from './write-step'

/**
 * Records that a case was given to a team, after the round was sent: once per team and day, however often it is given.
 * `when` is ISO.
 * @throws if it could not be written.
 */
export function useRecordAssignment(): (of: CaseView, order: RoundOrder, when: string) => Promise<void> {
  const append = useLedger((state) => state.append)
  return async (of, { team, day }, when) => {
    // Use the current records, which may be newer than when the form was opened.
    const record = useLedger.getState().cases.get(of.id) ?? of.record
    if (assignmentSteps(record, { team, day }).length > 0) return
    const said = { step: 'given', when, team, day }
    await append(stepBody(of, record, said), [], null)
  }
}
