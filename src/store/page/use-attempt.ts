import { useState } from 'react'
import type { Problem } from '@/domain/problem'
import { failureOf } from './failure'

type Work = (() => Promise<void>) | (() => Promise<readonly Problem[]>)

interface Attempt {
  readonly running: boolean
  /** What kept the last attempt from being done; empty before the first, and after one that was. */
  readonly problems: readonly Problem[]
  /** Does the work and says whether it was done. What it throws, or the problems that it answers with, stand in `problems`. */
  attempt(work: Work): Promise<boolean>
}

/** For work that a press of a button starts and that may fail: whether it runs, and why it was not done. */
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
