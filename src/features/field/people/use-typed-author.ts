import { useEffect, useState } from 'react'
import { useLedger } from '@/store/ledger'
import { useChooseAuthor } from './use-choose-author'

/**
 * Lets a record be written as soon as a name is typed, although the field is left, and so the name set, only by the press
 * that writes.
 * @param onNamed writes the record, once a name is stored.
 * @param onRefused called instead if the name needs its PIN first or could not be stored; both are shown with the field.
 */
export function useTypedAuthor(onNamed: () => void, onRefused?: () => void) {
  const choosing = useChooseAuthor(() => undefined)
  const author = useLedger((all) => all.author)
  const [typed, setTyped] = useState('')
  /** The name that the record waits for; '' if it does not wait. */
  const [awaited, setAwaited] = useState('')
  const { asked, failed } = choosing
  useEffect(() => {
    if (awaited === '') return
    const isRefused = asked !== '' || failed !== ''
    if (author === awaited) onNamed()
    else if (isRefused) onRefused?.()
    if (author === awaited || isRefused) setAwaited('')
  }, [awaited, author, asked, failed, onNamed, onRefused])
  return {
    choosing,
    onTyped: setTyped,
    /** Whether a name is in the field. */
    isTyped: typed !== '',
    /** Whether nothing can be written yet, since a name is being checked or stored. */
    isHeld: asked !== '' || awaited !== '',
    /** Sets the name in the field, if there is one, and writes. */
    write() {
      if (typed === '' || typed === author) return onNamed()
      setAwaited(typed)
      choosing.choose(typed)
    },
  }
}
