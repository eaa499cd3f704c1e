import { companionsOn, pinClearedOn, usePeople } from '@/store/device/people'
import { useToday } from '@/store/device/today'

/** Who goes along with the writer today, and whether the writer's PIN was taken away today. */
export function useWho(author: string) {
  const { people, shift, companions } = usePeople()
  const today = useToday()
  return {
    companions: companionsOn({ shift, companions }, today, author),
    pinCleared: pinClearedOn(people, author, today),
  }
}
