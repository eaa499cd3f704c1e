import { useSyncExternalStore } from 'react'

/** Calls the listener whenever the browser comes online or goes offline; returns how to stop that. */
function onChange(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/**
 * Whether the browser is online now; all notices about the network ask here, so that they agree. An online browser may
 * still not reach the server.
 */
export const useOnline = (): boolean => useSyncExternalStore(onChange, () => navigator.onLine !== false)
