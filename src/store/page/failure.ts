import { type Problem, reasonOf } from '@/domain/problem'
import { WorkerStopped } from '@/workers/live-worker'
import { notice } from './notices'

/** What browsers say where a request had no answer: Chromium, Firefox, Safari. */
const NO_ANSWER = /^(?:Failed to fetch$|NetworkError when attempting|Load failed$|The network connection was lost)/

/** A step that ended without an answer, as a problem that says what to do now. */
export function failureOf(error: unknown, file = ''): Problem {
  if (error instanceof WorkerStopped) return { code: 'worker-stopped', file }
  // By its name: from a worker it comes as a plain error that only has that.
  if (error instanceof Error && error.name === 'TypeError' && NO_ANSWER.test(error.message))
    return { code: 'server-unreachable', file }
  return { code: 'step-failed', file, seen: reasonOf(error) }
}

/** Says that something failed that nobody waits for; where the worker died, who starts the next one says so. */
export function sayFailure(error: unknown): void {
  if (error instanceof WorkerStopped) return
  console.error(error)
  notice('unexpected')
}
