import { useLedger } from './index'
import { useLoadRecords } from './use-load-records'

/** The author on this device, and a function to remember another name. */
export function useAuthor() {
  const { author, setAuthor } = useLedger()
  // The name is stored with the records.
  useLoadRecords()
  return {
    author,
    /** Failing to remember the name does not affect what it is used for. */
    async remember(name: string): Promise<void> {
      if (name !== author) await setAuthor(name).catch(() => undefined)
    },
  }
}
