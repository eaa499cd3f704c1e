import { type Problem, reasonOf } from '@/domain/problem'
import { WorkerStopped } from '@/workers/live-worker'
import { notice } from './notices'

/** A step that ended without an answer, as a problem that says what to do now. */
export function failureOf(error: unknown, file = ''): Problem {
  if (error instanceof WorkerStopped) return { code: 'worker-stopped', file }
  return { code: 'step-failed', file, seen: reasonOf(error) }
}

/** Says that something failed that nobody waits for; where the worker died, who starts the next one says so. */
export function sayFailure(error: unknown): void {
  if (error instanceof WorkerStopped) return
  console.error(error)
  notice('unexpected')
}
