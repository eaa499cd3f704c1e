import type { Remote } from 'comlink'
import { create } from 'zustand'
import { notice } from '@/store/page/notices'
import { restartLimit } from '@/store/page/restarts'
import { LiveWorker, WorkerStopped } from '@/workers/live-worker'
import type { ProvinceApi } from '@/workers/province.main'

/** The thread that reads what was made of a province; started at the first question, and anew where it has died. */
export const provinceThread = new LiveWorker<ProvinceApi>(
  () => new Worker(new URL('../../workers/province.worker.ts', import.meta.url), { type: 'module' }),
)

interface Asking {
  /** Counts up with each death and each new try: what is shown is asked for again. */
  readonly round: number
  /** It died too often: it is asked no more until a person wants it. */
  readonly isGivenUp: boolean
  /** Whether a person has asked for all of it to be read anew. */
  readonly isAnew: boolean
  /** Address of the province that is shown, another object for each reading of it; null before it is. */
  readonly opened: { readonly url: string } | null
  tryAgain(): void
}

/** When the questions to the province's worker have to be asked again. */
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

/** Asks the worker of the province. @throws WorkerStopped also where it was given up */
export async function askProvince<T>(ask: (worker: Remote<ProvinceApi>) => Promise<T>): Promise<T> {
  if (useProvinceAsking.getState().isGivenUp) throw new WorkerStopped()
  return ask(provinceThread.api)
}
