import { useState } from 'react'
import { useAuthor } from '@/store/ledger/use-author'

export type Recorder = ReturnType<typeof useRecorder>

/** The person who makes a record: by default the last author on this device. */
export function useRecorder() {
  const { author, remember } = useAuthor()
  const [typed, setTyped] = useState<string | null>(null)
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
