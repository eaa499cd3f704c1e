import type { StoreApi } from 'zustand'
import { notice } from '@/store/page/notices'
import { onDatasetWorkerStopped } from '@/workers/client'
import type { ChentuState } from './state'

/** So many times within so long the worker is started anew before the page gives up. */
const MOST_RESTARTS = 3
const RESTARTS_WITHIN_MS = 5 * 60_000

/** Opens the package in a new worker whenever one dies, from now on. */
export function restartWorker({ getState, setState }: Pick<StoreApi<ChentuState>, 'getState' | 'setState'>): void {
  let restarts: readonly number[] = []
  onDatasetWorkerStopped(() => {
    const { address, giveUp, reopen } = getState()
    if (address === '') return
    // What changes until it is opened again is asked then.
    setState({ loaded: null })
    const now = Date.now()
    restarts = [...restarts.filter((at) => now - at < RESTARTS_WITHIN_MS), now]
    if (restarts.length > MOST_RESTARTS) {
      giveUp([{ code: 'worker-stopped', file: address }])
      return
    }
    notice('worker-restarted')
    // It says itself where it fails.
    void reopen()
  })
}
