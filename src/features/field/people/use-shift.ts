import { usePeople } from '@/store/device/people'
import { today, useToday } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { useNames } from './use-names'

/** Whether a new day has begun and, with several known names, nobody has chosen who patrols. */
export function useShift() {
  const { shift, beginShift } = usePeople()
  const isRead = useLedger((all) => all.events !== null)
  const names = useNames()
  const day = useToday()
  return { isNew: isRead && names.length > 1 && shift !== day, begin: () => beginShift(today()) }
}
