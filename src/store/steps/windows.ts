import { create } from 'zustand'
import type { Problem } from '@/domain/problem'
import { writeFaultOf } from '@/io/versions/write-fault'
import { mustLook, useImports } from '@/store/imports'
import { sayFailure } from '@/store/page/failure'
import { notice } from '@/store/page/notices'
import { datasetWorker } from '@/workers/client'
import { hearWindows } from '@/workspace/windows'
import { takeStep } from './step'

interface Windows {
  /** What another window has put in force since this one looked; null where what is shown still is. */
  readonly elsewhere: Problem | null
  /** Asks whether what is shown still is in force. */
  check(): Promise<void>
  /** Shows what is in force now; files that wait here wait on, held against it. */
  look(): Promise<void>
}

/** What this window knows of the others. It only says so: what is written is compared where it is written. */
export const useWindows = create<Windows>()((set) => ({
  elsewhere: null,
  async check() {
    try {
      set({ elsewhere: await datasetWorker().changedElsewhere() })
      await useImports.getState().refresh()
    } catch (error) {
      // Where the browser keeps nothing, nothing can be told; whoever writes is told then.
      if (writeFaultOf(error) === 'other') sayFailure(error)
    }
  },
  async look() {
    const problems = await takeStep(datasetWorker().openInForce())
    if (problems.length > 0) useImports.getState().refuse(problems)
    else {
      useImports.setState({ outcome: null })
      set({ elsewhere: null })
    }
    await useImports.getState().refresh()
  },
}))

/** Keeps in step with the other windows from now on. */
export function followWindows(): void {
  const { check } = useWindows.getState()
  useWindows.subscribe(({ elsewhere }) => notice('elsewhere', elsewhere !== null))
  hearWindows(() => void check())
  // A page that was asleep may have heard nothing.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void check())
  // A step that was refused since another window was first.
  useImports.subscribe(({ outcome }, before) => {
    if (outcome !== before.outcome && mustLook(outcome)) void check()
  })
}
