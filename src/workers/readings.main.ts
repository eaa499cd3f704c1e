import { expose } from 'comlink'
import type { Month } from '@/domain/calendar'
import type { Minute } from '@/domain/monitoring/readings'
import { keepReadings, removeKept } from '@/io/readings/keep-readings'
import { listKept } from '@/io/readings/kept-readings'
import { type ExportProgress, type ReadExport, readExport } from '@/io/readings/read-export'
import { ReadingsShelf } from '@/io/readings/readings-shelf'
import { decidedReadings, type ReadingsDecision, reviewOf } from '@/workspace/readings-desk'
import { pulse } from './pulse'

/** Named by whoever starts the worker: it can't ask which city the page shows. */
const shelf = new ReadingsShelf(self.name)
let exports: readonly ReadExport[] = []

/** What is said of a file's reading, at most so often. */
const SAY_MS = 100

const api = {
  ...pulse,
  /** Reads a file and keeps what it holds until it is decided on; false where it is no file of readings. */
  async read(file: File, say: (progress: ExportProgress) => void): Promise<boolean> {
    let said = 0
    const read = await readExport(file, (progress) => {
      if (performance.now() - said < SAY_MS) return
      said = performance.now()
      say(progress)
    })
    // Of one name too: folders of devices have files of the same months.
    if (read) exports = [...exports, read]
    return read !== null
  },
  review: (now: Minute) => (exports.length === 0 ? null : reviewOf(exports, now)),
  forget() {
    exports = []
  },
  /** Keeps what was read; how many readings of which months that were. */
  async keep(decision: ReadingsDecision, now: Minute) {
    const decided = decidedReadings(exports, decision, now)
    const months = await keepReadings(shelf, decided)
    exports = []
    return { rows: decided.minute.length, months }
  },
  kept: () => listKept(shelf),
  remove: (months: readonly Month[]) => removeKept(shelf, months),
}

export type ReadingsApi = typeof api
expose(api)
