import type { Remote } from 'comlink'
import { ofThisCity } from '@/ledger/records-name'
import type { ExportsApi } from '@/workers/exports.main'
import { LiveWorker } from '@/workers/live-worker'

/** Where this browser keeps the readings of the city that the page shows. */
export const READINGS_NAME = ofThisCity('chentu-readings')
/** Where it keeps tracks of trucks. */
export const TRACKS_NAME = ofThisCity('chentu-tracks')

/** The worker can't ask which city the page shows. */
const name = JSON.stringify([READINGS_NAME, TRACKS_NAME])

const live = new LiveWorker<ExportsApi>(
  () => new Worker(new URL('../../workers/exports.worker.ts', import.meta.url), { type: 'module', name }),
)

/** The worker that reads and keeps what devices reported; started at the first question, and anew where it has died, without what was read. */
export const exportsWorker = (): Remote<ExportsApi> => live.api

/** Calls after it has died. */
export const onExportsWorkerStopped = (listener: () => void) => live.onStopped(listener)
