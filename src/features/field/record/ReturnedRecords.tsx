import { checkHistories } from '@/ledger/check-history'
import { deliveryOf } from '@/ledger/delivery'
import { unplacedRecords } from '@/ledger/fold'
import { type NamedSource, targetKey } from '@/ledger/shared-code'
import type { InspectionEvent } from '@/ledger/visit'
import { useLedger } from '@/store/ledger'
import { ReturnedNote } from './ReturnedNote'

interface Props {
  readonly source: NamedSource
  /** Id of the record being corrected: only its return is shown then. Empty if none is. */
  readonly correcting: string
  /** Begins a correction of a record; null while another is being written. */
  readonly onCorrect: ((record: InspectionEvent) => void) | null
}

/**
 * Records of a source that the desk returned and that are not corrected yet: the reason, and a button to correct each.
 */
export function ReturnedRecords({ source, correcting, onCorrect }: Props) {
  const { exchanged, device, state } = useLedger()
  const handing = deliveryOf(exchanged, state)
  const checks = [state.get(targetKey(source)), unplacedRecords(state, source)].flatMap(checkHistories)
  const returned = checks.flatMap(({ event, withdrawnBy, correctedBy }) => {
    const { state: at, review } = handing(event)
    const isMeant = correcting === '' || correcting === event.id
    return isMeant && event.device === device && !withdrawnBy && !correctedBy && at === 'returned' && review
      ? [{ event, review }]
      : []
  })
  return returned.map(({ event, review }) => (
    <ReturnedNote
      key={event.id}
      review={review}
      onCorrect={correcting !== '' ? 'now' : onCorrect ? () => onCorrect(event) : 'later'}
    />
  ))
}
