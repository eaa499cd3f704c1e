import { failureOf, reportFailure } from '@/store/page/failure'
import { datasetWorker } from '@/workers/client'
import { WorkerStopped } from '@/workers/live-worker'
import type { Slice, VersionsSlice } from './state'

export const versionsSlice: Slice<VersionsSlice> = (set, get) => ({
  versions: null,
  room: null,
  async refresh() {
    try {
      const versions = await datasetWorker().listVersions()
      const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {}
      set({ versions, room: usage === undefined || quota === undefined ? null : { used: usage, quota } })
    } catch (error) {
      // The previous list stays.
      const { outcome, refuse } = get()
      if (outcome === null && !(error instanceof WorkerStopped)) refuse([failureOf(error)])
      // A refused step has already reported the same.
      else if (outcome?.kind !== 'refused') reportFailure(error)
    }
  },
})
