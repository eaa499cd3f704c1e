import { companionsOn, pinClearedOn, usePeople } from '@/store/device/people'
import { useToday } from '@/store/device/today'

/** The author's companions today, and whether the author's PIN was cleared today. */
export function useCompanions(author: string) {
  const { people, shift, companions } = usePeople()
  const today = useToday()
  return {
    companions: companionsOn({ shift, companions }, today, author),
    pinCleared: pinClearedOn(people, author, today),
  }
}
