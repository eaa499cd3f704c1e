import { useLedger } from './index'
import { useRecordsRead } from './use-records-read'

/** Who uses this device, as its records have it, and how a name that was given instead is remembered. */
export function useAuthor() {
  const { author, setAuthor } = useLedger()
  // The name is kept with the records.
  useRecordsRead()
  return {
    author,
    /** That it can't be remembered here takes nothing from what it is given for. */
    async remember(name: string): Promise<void> {
      if (name !== author) await setAuthor(name).catch(() => undefined)
    },
  }
}
