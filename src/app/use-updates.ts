import { useEffect } from 'react'
import { create } from 'zustand'
import { isOneFile } from '@/io/package/app-folder'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { notice } from '@/store/page/notices'
import { type KeepDataResult, useOfflineState } from '@/store/page/offline'
import { whenIdle } from '@/ui/when-idle'
import { datasetWorker } from '@/workers/client'
import { type AppUpdate, followUpdates } from './service-worker'

interface Updates {
  /** State of a newer version of the app; null if there is none. */
  readonly update: AppUpdate | null
  /** Activates it and reloads this window. */
  activateUpdate(): void
}

export const useUpdates = create<Updates>()(() => ({ update: null, activateUpdate: () => location.reload() }))

/** Times until what is stored for offline use is stored, if the browser is never idle or, as Safari, does not say. */
const IDLE_MS = [20_000, 3000] as const

let following = false

let round = 0

/**
 * Stores the data for offline use; if that fails it is retried when the network is back, since space may have been
 * freed. Only the latest request reports its result.
 */
function keepData(keep: () => Promise<KeepDataResult>): void {
  const own = ++round
  const onEnd = (data: KeepDataResult) => {
    if (own !== round) return
    useOfflineState.setState({ data })
    if (data !== 'kept') addEventListener('online', () => own === round && keepData(keep), { once: true })
  }
  useOfflineState.setState({ data: 'keeping' })
  keep().then(onEnd, () => onEnd('failed'))
}

/**
 * Stores app and package for offline use, and reports whether they are stored and whether a newer version is available.
 */
export function useOffline(): void {
  const started = useChentu((state) => (state.phase === 'loading' ? null : 'started'))
  useKeptOffline(started, keepPackage)
}

const keepPackage = async (): Promise<KeepDataResult> => ((await datasetWorker().keepDelivered()) ? 'kept' : 'failed')

/**
 * Stores the app, and by `keep` what it shows.
 * @param shown null until something is shown; a new value stores again
 * @param keep the same function at each call
 */
export function useKeptOffline<T>(shown: T | null, keep: (shown: T) => Promise<KeepDataResult>): void {
  useEffect(() => {
    if (shown === null) return
    return whenIdle(
      () => {
        const isFirst = !following
        following = true
        if (isOneFile()) {
          if (!isFirst) return
          // Everything is in the file: nothing to store, and no updates.
          useOfflineState.setState({ app: 'file', data: 'kept' })
          notice('one-file', !usePreferences.getState().fileTold)
          return
        }
        keepData(() => keep(shown))
        if (!isFirst) return
        if (!('serviceWorker' in navigator)) {
          useOfflineState.setState({ app: 'impossible' })
          return
        }
        useUpdates.setState(
          followUpdates({
            onUpdate(update) {
              useUpdates.setState({ update })
              notice('update')
            },
            onOffline: (app) => useOfflineState.setState({ app }),
          }),
        )
      },
      ...IDLE_MS,
    )
  }, [shown, keep])
}
