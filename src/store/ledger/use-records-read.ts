import { useEffect } from 'react'
import { useLedger } from './index'

/** Has the records of this device read, where nobody has asked for them yet. */
export function useRecordsRead(): void {
  useEffect(() => {
    if (useLedger.getState().events === null) void useLedger.getState().load()
  }, [])
}
