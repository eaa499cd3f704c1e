import type { Remote } from 'comlink'
import { nameForCity } from '@/ledger/records-name'
import type { ExportsApi } from '@/workers/exports.main'
import { LiveWorker } from '@/workers/live-worker'

/** Where this browser stores the readings of the page's city. */
export const READINGS_NAME = nameForCity('chentu-readings')
/** Where it stores truck tracks. */
export const TRACKS_NAME = nameForCity('chentu-tracks')

/** The worker cannot find out which city the page shows. */
const name = JSON.stringify([READINGS_NAME, TRACKS_NAME])

const live = new LiveWorker<ExportsApi>(
  () => new Worker(new URL('../../workers/exports.worker.ts', import.meta.url), { type: 'module', name }),
)

/**
 * The worker that reads and stores exports of devices; started at the first call, and restarted if it has died, without
 * what it had read.
 */
export const exportsWorker = (): Remote<ExportsApi> => live.api

/** Registers a listener for when it has died. */
export const onExportsWorkerStopped = (listener: () => void) => live.onStopped(listener)
