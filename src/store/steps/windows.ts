import { create } from 'zustand'
import type { Problem } from '@/domain/problem'
import { writeFaultOf } from '@/io/versions/write-fault'
import { useImports, wasOvertakenByOtherWindow } from '@/store/imports'
import { reportFailure } from '@/store/page/failure'
import { notice } from '@/store/page/notices'
import { datasetWorker } from '@/workers/client'
import { onWindowsChanged } from '@/workspace/windows'
import { applyChange } from './step'

interface Windows {
  /** What another window has put in force since this one loaded; null if the shown version still is. */
  readonly elsewhere: Problem | null
  /** Checks whether the shown version is still in force. */
  check(): Promise<void>
  /** Shows the version now in force; waiting files stay and are compared with it. */
  look(): Promise<void>
}

/** What this window knows about other windows. For information only: conflicts are detected when writing. */
export const useWindows = create<Windows>()((set) => ({
  elsewhere: null,
  async check() {
    try {
      set({ elsewhere: await datasetWorker().changedElsewhere() })
      await useImports.getState().refresh()
    } catch (error) {
      // If the browser stores nothing, nothing can be compared; writing reports that.
      if (writeFaultOf(error) === 'other') reportFailure(error)
    }
  },
  async look() {
    const problems = await applyChange(datasetWorker().openInForce())
    if (problems.length > 0) useImports.getState().refuse(problems)
    else {
      useImports.setState({ outcome: null })
      set({ elsewhere: null })
    }
    await useImports.getState().refresh()
  },
}))

/** From now on, follows changes by other windows. */
export function followWindows(): void {
  const { check } = useWindows.getState()
  useWindows.subscribe(({ elsewhere }) => notice('elsewhere', elsewhere !== null))
  onWindowsChanged(() => void check())
  // A sleeping page may have missed messages.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void check())
  // A step was refused because another window was first.
  useImports.subscribe(({ outcome }, before) => {
    if (outcome !== before.outcome && wasOvertakenByOtherWindow(outcome)) void check()
  })
}
