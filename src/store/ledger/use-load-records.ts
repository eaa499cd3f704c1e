import { useEffect } from 'react'
import { useLedger } from './index'

/** Loads the records of this device if that has not been requested yet. */
export function useLoadRecords(): void {
  useEffect(() => {
    if (useLedger.getState().events === null) void useLedger.getState().load()
  }, [])
}
