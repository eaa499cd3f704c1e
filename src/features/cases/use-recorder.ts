import { useState } from 'react'
import { useAuthor } from '@/store/ledger/use-author'

export type Recorder = ReturnType<typeof useRecorder>

/** A name that was typed, held by the form around the field; null if none was. */
interface TypedName {
  readonly typed: string | null
  setTyped(name: string): void
}

/** The person who makes a record: by default the last author on this device. */
export function useRecorder(held?: TypedName) {
  const { author, remember } = useAuthor()
  const [own, setOwn] = useState<string | null>(null)
  const { typed, setTyped } = held ?? { typed: own, setTyped: setOwn }
  const value = typed ?? author
  const by = value.trim()
  return {
    /** What the field shows. */
    value,
    /** What the user entered; null if nothing. */
    typed,
    setTyped,
    isMissing: by === '',
    /** Makes the name the author of the records that follow. */
    remember: () => remember(by),
  }
}
