import type { Remote } from 'comlink'
import { ofThisCity } from '@/ledger/records-name'
import { LiveWorker } from '@/workers/live-worker'
import type { ReadingsApi } from '@/workers/readings.main'

/** Where this browser keeps the readings of the city that the page shows. */
export const READINGS_NAME = ofThisCity('chentu-readings')

const live = new LiveWorker<ReadingsApi>(
  () =>
    new Worker(new URL('../../workers/readings.worker.ts', import.meta.url), { type: 'module', name: READINGS_NAME }),
)

/** The worker that reads and keeps readings; started at the first question, and anew where it has died, without what was read. */
export const readingsWorker = (): Remote<ReadingsApi> => live.api

/** Calls after it has died. */
export const onReadingsWorkerStopped = (listener: () => void) => live.onStopped(listener)
