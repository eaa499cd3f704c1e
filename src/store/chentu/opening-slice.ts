import { reasonOf } from '@/domain/problem'
import { switchRecordsTo } from '@/ledger/records-name'
import { isChecksumOfData } from '@/questions/data-checksum'
import { READINGS_NAME, TRACKS_NAME } from '@/store/exports/exports-worker'
import { notice } from '@/store/page/notices'
import { reportPlanMove } from '@/store/page/plan-move'
import { underCurrentPlan } from '@/store/view/view-in-force'
import { datasetGivenUp, datasetReopened, datasetWorker } from '@/workers/client'
import { WorkerStopped } from '@/workers/live-worker'
import type { OpeningSlice, Slice } from './state'

export const openingSlice: Slice<OpeningSlice> = (set, get) => {
  /** Counts the openings: results of an overtaken one say nothing about the current worker. */
  let lastOpeningId = 0

  return {
    phase: 'loading',
    problems: [],
    wasOffline: false,
    address: '',
    async open(address) {
      set({ address })
      await get().reopen()
    },
    async reopen() {
      const openingId = ++lastOpeningId
      const { address, show, giveUp } = get()
      try {
        const result = await datasetWorker().openPackage(address, { tracks: TRACKS_NAME, readings: READINGS_NAME })
        // Teams' observations may have arrived while the package was read.
        const { seen } = get()
        if (seen) await datasetWorker().setObservations(seen)
        const problems = await show(result)
        if (openingId !== lastOpeningId) return
        if (result.value === null) giveUp(problems)
        else datasetReopened()
      } catch (error) {
        // If the worker died, its successor opens the package.
        if (openingId !== lastOpeningId || error instanceof WorkerStopped) return
        console.error(error)
        giveUp([{ code: 'open-failed', file: address, seen: reasonOf(error) }])
      }
    },
    giveUp(problems) {
      set({ phase: 'broken', problems })
      datasetGivenUp()
    },
    async show({ value, problems }) {
      if (value === null) return problems
      // Another city has another ledger: the page reloads, and the current address does not apply to that city.
      if (switchRecordsTo(value.settings.records)) {
        // Unless a link was just opened, as from the province: it is about the new city.
        const isLink = get().opened === null && history.state === null
        if (!isLink) history.replaceState(null, '', `#/${get().view.mode}`)
        location.reload()
        return []
      }
      const { opened, view } = get()
      const read = underCurrentPlan(view, value)
      // What was reported about a link stays valid when the data changes but the plan does not.
      if (read.move) reportPlanMove(read.move)
      set({ loaded: value, view: read.view })
      await get().refresh()
      // Another state has arrived since.
      if (get().loaded !== value) return []
      // The page may have been opened with somebody's link; afterwards the address follows the data.
      if (opened === null) notice('other-data', view.data !== null && !isChecksumOfData(value, view.data))
      for (const code of ['kept-copy', 'versions-unread', 'database-later'] as const)
        notice(
          code,
          problems.some((problem) => problem.code === code),
        )
      const wasOffline = globalThis.navigator?.onLine === false
      set({ problems, wasOffline, view: { ...get().view, data: value.checksum } })
      // Another list of sites may lead to other trips from the same tracks.
      void get().takeTracks(TRACKS_NAME, false)
      void get().takeReadings(READINGS_NAME, false)
      return []
    },
  }
}
