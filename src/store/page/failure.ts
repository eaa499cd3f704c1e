import { type Problem, reasonOf } from '@/domain/problem'
import { WorkerStopped } from '@/workers/live-worker'
import { notice } from './notices'

/** Browsers' messages for a request without response: Chromium, Firefox, Safari. */
const NO_ANSWER = /^(?:Failed to fetch$|NetworkError when attempting|Load failed$|The network connection was lost)/

/** The problem for a step that failed, telling the user what to do. */
export function failureOf(error: unknown, file = ''): Problem {
  if (error instanceof WorkerStopped) return { code: 'worker-stopped', file }
  // Checked by name: an error from a worker arrives as a plain error that only has the name.
  if (error instanceof Error && error.name === 'TypeError' && NO_ANSWER.test(error.message))
    return { code: 'server-unreachable', file }
  // Checked by name for the same reason; the message is the file's name.
  if (error instanceof Error && error.name === 'FileChangedError') return { code: 'file-vanished', file: error.message }
  // The message is the month.
  if (error instanceof Error && error.name === 'MonthLost') return { code: 'kept-readings-lost', file: error.message }
  return { code: 'step-failed', file, seen: reasonOf(error) }
}

/** Reports the failure of something nobody waits for; a dead worker is reported by the code that restarts it. */
export function reportFailure(error: unknown): void {
  if (error instanceof WorkerStopped) return
  console.error(error)
  notice('unexpected')
}
