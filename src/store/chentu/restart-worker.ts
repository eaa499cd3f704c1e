import type { StoreApi } from 'zustand'
import { notice } from '@/store/page/notices'
import { restartLimit } from '@/store/page/restarts'
import { onDatasetWorkerStopped } from '@/workers/client'
import type { ChentuState } from './state'

/** From now on, opens the package in a new worker whenever one dies. */
export function restartWorker({ getState, setState }: Pick<StoreApi<ChentuState>, 'getState' | 'setState'>): void {
  const mayRestart = restartLimit()
  onDatasetWorkerStopped(() => {
    const { address, giveUp, reopen } = getState()
    if (address === '') return
    // Changes until it is reopened are evaluated then.
    setState({ loaded: null })
    if (!mayRestart(Date.now())) {
      giveUp([{ code: 'worker-stopped', file: address }])
      return
    }
    notice('worker-restarted')
    // `reopen` reports its own failures.
    void reopen()
  })
}
