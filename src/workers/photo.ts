import { type Remote, wrap } from 'comlink'
import type { PhotoApi } from './photo.main'

let remote: Remote<PhotoApi> | null = null

/** The worker that hashes and shrinks photos; started with the first of them. */
export function photoWorker(): Remote<PhotoApi> {
  remote ??= wrap<PhotoApi>(new Worker(new URL('./photo.worker.ts', import.meta.url), { type: 'module' }))
  return remote
}
