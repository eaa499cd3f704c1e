import { usePeople } from '@/store/device/people'
import { today } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { useNames } from './use-names'

/** Whether a day has begun for which nobody of several has said who patrols. */
export function useShift() {
  const { shift, beginShift } = usePeople()
  const isRead = useLedger((all) => all.events !== null)
  const names = useNames()
  return { isNew: isRead && names.length > 1 && shift !== today(), begin: () => beginShift(today()) }
}
