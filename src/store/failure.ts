import { type Problem, reasonOf } from '@/domain/problem'
import { WorkerStopped } from '@/workers/live-worker'

/** A step that ended without an answer, as a problem that says what to do now. */
export function failureOf(error: unknown, file = ''): Problem {
  if (error instanceof WorkerStopped) return { code: 'worker-stopped', file }
  return { code: 'step-failed', file, seen: reasonOf(error) }
}
