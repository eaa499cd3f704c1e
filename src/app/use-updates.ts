import { useEffect } from 'react'
import { create } from 'zustand'
import { useChentu } from '@/store/chentu'
import { notice } from '@/store/notices'
import { datasetWorker } from '@/workers/client'
import { type AppUpdate, followUpdates } from './service-worker'

interface Updates {
  /** What there is newer than this window's app; null where nothing is. */
  readonly update: AppUpdate | null
  /** Lets it in and loads this window anew. */
  letIn(): void
}

export const useUpdates = create<Updates>()(() => ({ update: null, letIn: () => location.reload() }))

/** Keeping what is there already must not make anybody wait for it; Safari can't say when it is idle. */
function whenIdle(act: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(act, 3000)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(act, { timeout: 20_000 })
  return () => cancelIdleCallback(asked)
}

let following = false

/** Keeps app and data for the days without a signal, and says when a newer app is there. */
export function useOffline(): void {
  const started = useChentu((state) => state.phase !== 'loading')
  useEffect(() => {
    if (!started || following) return
    return whenIdle(() => {
      following = true
      // What can't be kept is there as long as the network is.
      datasetWorker()
        .keepDelivered()
        .catch(() => undefined)
      if (!('serviceWorker' in navigator)) return
      followUpdates((update) => {
        useUpdates.setState({ update })
        notice('update')
      }).then(
        ({ letIn }) => useUpdates.setState({ letIn }),
        () => undefined,
      )
    })
  }, [started])
}
