import { create } from 'zustand'
import { reportFailure } from '@/store/page/failure'
import { useSteps } from '@/store/steps/step'
import { holdUnsaved } from '@/store/steps/unsaved'
import { itemsSlice } from './items-slice'
import { readingSlice } from './reading-slice'
import type { ImportsState } from './state'
import { stepsSlice } from './steps-slice'
import { versionsSlice } from './versions-slice'

export { earlierOfName, readyItems, rowsOf, rowsRemovedBy } from './items-slice'
export { wasOvertakenByOtherWindow } from './steps-slice'

/** Files being imported, and steps on the package. The tables themselves are in the worker. */
export const useImports = create<ImportsState>()((...store) => ({
  ...itemsSlice(...store),
  ...readingSlice(...store),
  ...stepsSlice(...store),
  ...versionsSlice(...store),
}))

// Files being imported must not be lost through other windows or an update.
let release: (() => void) | null = null
useImports.subscribe(({ items, reading, waiting }) => {
  const unsaved = items.length > 0 || reading !== null || waiting > 0
  if (unsaved) release ??= holdUnsaved('importing')
  else {
    release?.()
    release = null
  }
})

// Reacts to steps taken elsewhere; steps taken here call `reread` themselves.
useSteps.subscribe(({ done }, before) => {
  const { working, reread } = useImports.getState()
  if (done !== before.done && !working) reread().catch(reportFailure)
})
