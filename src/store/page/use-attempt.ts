import { useState } from 'react'
import type { Problem } from '@/domain/problem'
import { failureOf } from './failure'

type Work = (() => Promise<void>) | (() => Promise<readonly Problem[]>)

interface Attempt {
  readonly running: boolean
  /** Why the last attempt failed; empty before the first, and after a success. */
  readonly problems: readonly Problem[]
  /** Runs the work and returns whether it succeeded. Thrown errors and returned problems go to `problems`. */
  attempt(work: Work): Promise<boolean>
}

/** For work that a button starts and that may fail: whether it is running, and why it failed. */
export function useAttempt(): Attempt {
  const [running, setRunning] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  async function attempt(work: Work) {
    setRunning(true)
    let found: readonly Problem[]
    try {
      found = (await work()) ?? []
    } catch (error) {
      found = [failureOf(error)]
    }
    setProblems(found)
    setRunning(false)
    return found.length === 0
  }
  return { running, problems, attempt }
}
