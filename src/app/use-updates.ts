import { useEffect } from 'react'
import { create } from 'zustand'
import { isOneFile } from '@/io/package/app-folder'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { notice } from '@/store/page/notices'
import { type KeptData, useOfflineState } from '@/store/page/offline'
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

let round = 0

/**
 * Keeps the data; what could not be kept is tried again when the network is back, as somebody may have made room. Only what was
 * asked to be kept last says how it went.
 */
function keepData(keep: () => Promise<KeptData>): void {
  const own = ++round
  const onEnd = (data: KeptData) => {
    if (own !== round) return
    useOfflineState.setState({ data })
    if (data !== 'kept') addEventListener('online', () => own === round && keepData(keep), { once: true })
  }
  useOfflineState.setState({ data: 'keeping' })
  keep().then(onEnd, () => onEnd('failed'))
}

/** Keeps app and package for the days without a signal, says whether they are kept, and when a newer app is there. */
export function useOffline(): void {
  const started = useChentu((state) => (state.phase === 'loading' ? null : 'started'))
  useKeptOffline(started, keepPackage)
}

const keepPackage = async (): Promise<KeptData> => ((await datasetWorker().keepDelivered()) ? 'kept' : 'failed')

/**
 * Keeps the app, and by `keep` what it shows.
 * @param shown null until it is shown; another value where it has to be kept anew
 * @param keep the same function at each call
 */
export function useKeptOffline<T>(shown: T | null, keep: (shown: T) => Promise<KeptData>): void {
  useEffect(() => {
    if (shown === null) return
    return whenIdle(() => {
      const isFirst = !following
      following = true
      if (isOneFile()) {
        if (!isFirst) return
        // All of it is in the file; there is nothing to keep, and nothing newer comes by itself.
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
    })
  }, [shown, keep])
}
