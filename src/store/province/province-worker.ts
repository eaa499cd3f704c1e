import type { Remote } from 'comlink'
import { LiveWorker } from '@/workers/live-worker'
import type { ProvinceApi } from '@/workers/province.main'

const live = new LiveWorker<ProvinceApi>(
  () => new Worker(new URL('../../workers/province.worker.ts', import.meta.url), { type: 'module' }),
)

/** The worker that reads what was made of a province; started at the first question, and anew where it has died. */
export const provinceWorker = (): Remote<ProvinceApi> => live.api
