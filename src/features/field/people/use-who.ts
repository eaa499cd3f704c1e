import { companionsOn, pinClearedOn, usePeople } from '@/store/device/people'
import { today } from '@/store/device/today'

/** Who goes along with the writer today, and whether the writer's PIN was taken away today. */
export function useWho(author: string) {
  const { people, shift, companions } = usePeople()
  return {
    companions: companionsOn({ shift, companions }, today(), author),
    pinCleared: pinClearedOn(people, author, today()),
  }
}
