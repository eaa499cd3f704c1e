import { useState } from 'react'
import { useFailed } from '@/features/field/office/use-failed'
import { usePeople } from '@/store/device/people'
import { today } from '@/store/device/today'
import { useLedger } from '@/store/ledger'

/** Changes the author; a name with a PIN is accepted only after the PIN was entered. */
export function useChooseAuthor(onChosen: () => void) {
  const setAuthor = useLedger((all) => all.setAuthor)
  const { people, remember, beginShift } = usePeople()
  const failure = useFailed()
  /** Name whose PIN is being asked for; '' if none. */
  const [asked, setAsked] = useState('')
  const [failed, setFailed] = useState('')

  const take = (name: string) => {
    setAsked('')
    setFailed('')
    remember(name)
    beginShift(today())
    setAuthor(name).then(onChosen, (error: unknown) => setFailed(failure(error)))
  }
  return {
    asked,
    failed,
    take,
    stop: () => setAsked(''),
    choose(name: string) {
      if (people.find((each) => each.name === name)?.pin) setAsked(name)
      else take(name)
    },
  }
}
