import { useEffect } from 'react'
import { create } from 'zustand'
import { isOneFile } from '@/io/package/app-folder'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { notice } from '@/store/page/notices'
import { useOfflineState } from '@/store/page/offline'
import { datasetWorker } from '@/workers/client'
import { type AppUpdate, followUpdates } from './service-worker'

interface Updates {
  /** What there is newer than this window's app; null where nothing is. */
  readonly update: AppUpdate | null
  /** Lets it in and loads this window anew. */
  letIn(): void
}

export const useUpdates = create<Updates>()(() => ({ update: null, letIn: () => location.reload() }))

/** Runs something once the browser is idle, so that it delays nobody; in Safari, which has no idle callback, after three seconds. */
function whenIdle(act: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(act, 3000)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(act, { timeout: 20_000 })
  return () => cancelIdleCallback(asked)
}

let following = false

/** Keeps the data; what could not be kept is tried again when the network is back, as somebody may have made room. */
function keepData(keep: () => Promise<boolean>): void {
  const onFail = () => {
    useOfflineState.setState({ data: 'failed' })
    addEventListener('online', () => keepData(keep), { once: true })
  }
  keep().then((kept) => (kept ? useOfflineState.setState({ data: 'kept' }) : onFail()), onFail)
}

/** Keeps app and package for the days without a signal, says whether they are kept, and when a newer app is there. */
export function useOffline(): void {
  const started = useChentu((state) => state.phase !== 'loading')
  useKeptOffline(started, keepPackage)
}

const keepPackage = () => datasetWorker().keepDelivered()

/**
 * Keeps the app, and by `keep` what it shows, once that has `started`.
 * @param keep whether the data is kept now; the same function at each call
 */
export function useKeptOffline(started: boolean, keep: () => Promise<boolean>): void {
  useEffect(() => {
    if (!started || following) return
    return whenIdle(() => {
      following = true
      if (isOneFile()) {
        // All of it is in the file; there is nothing to keep, and nothing newer comes by itself.
        useOfflineState.setState({ app: 'file', data: 'kept' })
        notice('one-file', !usePreferences.getState().fileTold)
        return
      }
      keepData(keep)
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
    })
  }, [started, keep])
}
