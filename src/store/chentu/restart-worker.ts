import type { StoreApi } from 'zustand'
import { notice } from '@/store/page/notices'
import { restartLimit } from '@/store/page/restarts'
import { onDatasetWorkerStopped } from '@/workers/client'
import type { ChentuState } from './state'

/** Opens the package in a new worker whenever one dies, from now on. */
export function restartWorker({ getState, setState }: Pick<StoreApi<ChentuState>, 'getState' | 'setState'>): void {
  const mayRestart = restartLimit()
  onDatasetWorkerStopped(() => {
    const { address, giveUp, reopen } = getState()
    if (address === '') return
    // What changes until it is opened again is asked then.
    setState({ loaded: null })
    if (!mayRestart(Date.now())) {
      giveUp([{ code: 'worker-stopped', file: address }])
      return
    }
    notice('worker-restarted')
    // It says itself where it fails.
    void reopen()
  })
}
