import type { Remote } from 'comlink'
import { create } from 'zustand'
import { notice } from '@/store/page/notices'
import { restartLimit } from '@/store/page/restarts'
import { LiveWorker, WorkerStopped } from '@/workers/live-worker'
import type { ProvinceApi } from '@/workers/province.main'

/** The worker that reads the files of a province; started at the first call, and restarted if it has died. */
export const provinceThread = new LiveWorker<ProvinceApi>(
  () => new Worker(new URL('../../workers/province.worker.ts', import.meta.url), { type: 'module' }),
)

interface Asking {
  /** Incremented with each death and retry, so that requests are repeated. */
  readonly round: number
  /** It died too often: no requests until the user retries. */
  readonly isGivenUp: boolean
  /** Whether the user asked for everything to be read again. */
  readonly isAnew: boolean
  /** URL of the province shown, a new object for each reading; null before. */
  readonly opened: { readonly url: string } | null
  tryAgain(): void
}

/** When requests to the province's worker must be repeated. */
export const useProvinceAsking = create<Asking>()((set, get) => ({
  round: 0,
  isGivenUp: false,
  isAnew: false,
  opened: null,
  tryAgain: () => set({ round: get().round + 1, isGivenUp: false, isAnew: true }),
}))

const mayRestart = restartLimit()
provinceThread.onStopped(() => {
  if (!mayRestart(Date.now())) {
    useProvinceAsking.setState({ isGivenUp: true })
    return
  }
  notice('worker-restarted')
  useProvinceAsking.setState({ round: useProvinceAsking.getState().round + 1 })
})

/** Calls the province's worker. @throws WorkerStopped also if it was given up */
export async function askProvince<T>(ask: (worker: Remote<ProvinceApi>) => Promise<T>): Promise<T> {
  if (useProvinceAsking.getState().isGivenUp) throw new WorkerStopped()
  return ask(provinceThread.api)
}
