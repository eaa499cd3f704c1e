import type { Month } from '@/domain/calendar'
import type { KeptMonth } from '@/io/readings/kept-readings'
import type { LastImport } from '@/io/readings/last-import'
import type { KnownMonitor } from '@/questions/monitors/known-monitors'
import type { JudgedByMadeUp } from '@/questions/monitors/made-up-readings'
import { useChentu } from '@/store/chentu'
import { exportDesk, progressProxy } from '@/store/exports/export-desk'
import { exportsWorker, READINGS_NAME } from '@/store/exports/exports-worker'
import { datasetWorker } from '@/workers/client'
import type { ImportEffect } from '@/workspace/readings/decided-import'
import type { ReadingsDecision, ReadingsReview } from '@/workspace/readings/readings-desk'

/** What was read and awaits the user's decision, and which of its devices the package knows. */
export interface WaitingReadings {
  readonly review: ReadingsReview
  readonly known: readonly KnownMonitor[]
  /** What judges no more once they are kept; null where they are made up themselves. */
  readonly madeUp: JudgedByMadeUp | null
}

/** The package's rule for hourly values; undefined if it has none. */
export const packageHour = () => useChentu.getState().opened?.dataset.monitoring?.hour

const now = () => Math.floor(Date.now() / 60_000)

/** Readings of monitors being imported, and those stored in this browser. */
export const [useReadings, readingsHand] = exportDesk<
  ReadingsReview,
  WaitingReadings,
  ReadingsDecision,
  { readonly rows: number; readonly months: readonly Month[]; readonly ids: readonly number[] },
  KeptMonth
>(
  {
    review: (say) => exportsWorker().reviewReadings(now(), progressProxy(say)),
    async waitingOf(review) {
      const codes = review.devices.map(({ code }) => code)
      const fileNames = review.asDevices.flatMap(({ names }) => names)
      const known = codes.length > 0 ? await datasetWorker().knownMonitors(codes, fileNames) : []
      const isReal = review.madeUp.length < review.files.length
      return { review, known, madeUp: isReal && codes.length > 0 ? await datasetWorker().judgedByMadeUp() : null }
    },
    keep: (decision, say) => exportsWorker().keepReadings(decision, now(), packageHour(), progressProxy(say)),
    async changed() {
      await useChentu.getState().takeReadings(READINGS_NAME, true)
    },
    forget: () => exportsWorker().forgetReadings(),
    kept: () => exportsWorker().keptReadings(),
    remove: (months) => exportsWorker().removeReadings(months),
  },
  READINGS_NAME,
)

/** What keeping what awaits a decision would replace of what is kept, and leave out. */
export const effectOfReadings = (decision: ReadingsDecision): Promise<ImportEffect> =>
  exportsWorker().effectOfReadings(decision, now(), packageHour())

/** Ends the look of {@link effectOfReadings}, whose answer is then an error. */
export const endLook = (): void => void exportsWorker().endLook()

/** Takes the readings of one device away of all months that are kept. */
export const removeDevice = (device: string): Promise<void> =>
  useReadings.getState().removeBy(async () => {
    await exportsWorker().removeDevice(device)
    return { kind: 'device', device }
  })

/** The import that was stored last, if it can be undone; null if not. */
export const lastImport = (): Promise<LastImport | null> => exportsWorker().lastImport()

/** Takes back the import of these ids, if no other came after it: what it replaced is there again. */
export const undoReadings = (ids: readonly number[]): Promise<void> =>
  useReadings.getState().removeBy(async () => ({
    kind: (await exportsWorker().undoReadings(ids)) ? 'undone' : 'overtaken',
  }))
