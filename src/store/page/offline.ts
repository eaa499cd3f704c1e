import { create } from 'zustand'

/**
 * Whether something is on this device for a start without a network. `keeping`: it is being stored; `kept`: it is
 * stored; `failed`, `unread`: the last attempt failed, for lack of space or because not everything could be read, and
 * will be repeated; `impossible`: the browser cannot do it (over plain HTTP, or in a private window); `file`: the app
 * is a local file.
 */
export type OfflineStatus = 'keeping' | 'kept' | 'failed' | 'unread' | 'impossible' | 'file'

/** Result of storing the data. */
export type KeepDataResult = Extract<OfflineStatus, 'kept' | 'failed' | 'unread'>

/** App and data, both needed for a start without a network. */
export const useOfflineState = create<{ readonly app: OfflineStatus; readonly data: OfflineStatus }>()(() => ({
  app: 'keeping',
  data: 'keeping',
}))

/** Whether Chentu can start on this device without a network: the worse of both. */
export function useStartsOffline(): OfflineStatus {
  return useOfflineState(({ app, data }) => {
    const both = [app, data]
    return (
      (['impossible', 'failed', 'unread', 'keeping', 'file'] as const).find((each) => both.includes(each)) ?? 'kept'
    )
  })
}
