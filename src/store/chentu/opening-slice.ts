import { reasonOf } from '@/domain/problem'
import { turnsTo } from '@/ledger/records-name'
import { isOfData } from '@/questions/data-sum'
import { READINGS_NAME, TRACKS_NAME } from '@/store/exports/exports-worker'
import { notice } from '@/store/page/notices'
import { sayMove } from '@/store/page/plan-move'
import { inForce } from '@/store/view/view-in-force'
import { datasetGivenUp, datasetReopened, datasetWorker } from '@/workers/client'
import { WorkerStopped } from '@/workers/live-worker'
import type { OpeningSlice, Slice } from './state'

export const openingSlice: Slice<OpeningSlice> = (set, get) => {
  /** Numbers the openings: what becomes of one that was overtaken says nothing of the worker that lives now. */
  let lastOpeningId = 0

  return {
    phase: 'loading',
    problems: [],
    address: '',
    async open(address) {
      set({ address })
      await get().reopen()
    },
    async reopen() {
      const openingId = ++lastOpeningId
      const { address, show, giveUp } = get()
      try {
        const result = await datasetWorker().open(address, { tracks: TRACKS_NAME, readings: READINGS_NAME })
        // What teams saw may have come while the package was read.
        const { seen } = get()
        if (seen) await datasetWorker().seen(seen)
        const problems = await show(result)
        if (openingId !== lastOpeningId) return
        if (result.value === null) giveUp(problems)
        else datasetReopened()
      } catch (error) {
        // Where the worker has died, the one after it opens the package.
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
      // Records of another city are another ledger: the page begins anew with it, and nothing that it was asked for is this city's.
      if (turnsTo(value.settings.records)) {
        // But a link that was just opened, as from the province, is about the city that it leads to.
        const isLink = get().opened === null && history.state === null
        if (!isLink) history.replaceState(null, '', `#/${get().view.mode}`)
        location.reload()
        return []
      }
      const { opened, view } = get()
      const read = inForce(view, value)
      // What was said of a link holds on while the data changes and its plan does not.
      if (read.move) sayMove(read.move)
      set({ loaded: value, view: read.view })
      await get().refresh()
      // Another state came after it.
      if (get().loaded !== value) return []
      // What the page was opened with may be a link of somebody's; afterwards the address follows the data.
      if (opened === null) notice('other-data', view.data !== null && !isOfData(value, view.data))
      for (const code of ['kept-copy', 'versions-unread', 'database-later'] as const)
        notice(
          code,
          problems.some((problem) => problem.code === code),
        )
      set({ problems, view: { ...get().view, data: value.checksum } })
      // Another list of sites may make other trips of the same tracks.
      void get().takeTracks(TRACKS_NAME, false)
      void get().takeReadings(READINGS_NAME, false)
      return []
    },
  }
}
