import { create } from 'zustand'

/**
 * Whether something is on this device for a start without a network: it is being kept; it is; the last try failed, for want of room
 * or because not all of it could be read, and it is tried again; the browser has no means for it (over plain HTTP, or in a private window); or the app is a file that lies here.
 */
export type Offline = 'keeping' | 'kept' | 'failed' | 'unread' | 'impossible' | 'file'

/** What keeping the data came to. */
export type KeptData = Extract<Offline, 'kept' | 'failed' | 'unread'>

/** App and data, each of which a start without a network needs. */
export const useOfflineState = create<{ readonly app: Offline; readonly data: Offline }>()(() => ({
  app: 'keeping',
  data: 'keeping',
}))

/** Whether Chentu starts on this device without a network: as far as the worse of both. */
export function useStartsOffline(): Offline {
  return useOfflineState(({ app, data }) => {
    const both = [app, data]
    return (
      (['impossible', 'failed', 'unread', 'keeping', 'file'] as const).find((each) => both.includes(each)) ?? 'kept'
    )
  })
}
