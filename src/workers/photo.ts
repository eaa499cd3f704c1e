import type { Remote } from 'comlink'
import { LiveWorker } from './live-worker'
import type { PhotoApi } from './photo.main'

const live = new LiveWorker<PhotoApi>(
  () => new Worker(new URL('./photo.worker.ts', import.meta.url), { type: 'module' }),
)

/** The worker that hashes and shrinks photos; started with the first photo, and again after it has died. */
export const photoWorker = (): Remote<PhotoApi> => live.api
