import type { Result } from '@/domain/problem'
import type { Dataset } from '@/questions/dataset'
import { useChentu } from '@/store/chentu'
import { applyChange } from '@/store/steps/step'
import { datasetWorker } from '@/workers/client'
import { importedTables, readyItems, rowsOf } from './items-slice'
import type { ImportOutcome, Slice, StepsSlice } from './state'

/**
 * Whether a step was refused because another window was first: the user should look at that window's change before the
 * next step.
 */
export const wasOvertakenByOtherWindow = (outcome: ImportOutcome | null) =>
  outcome?.kind === 'refused' && outcome.problems.some(({ code }) => code === 'changed-elsewhere')

/** The evaluation day of what is shown; null before anything is shown. */
const shownDay = () => useChentu.getState().opened?.evaluation.asOf ?? null

/** Asks the browser not to delete the data when its disk is full; it may refuse or fail. */
async function askToPersist(): Promise<void> {
  try {
    await navigator.storage?.persist?.()
  } catch (error) {
    console.warn(error)
  }
}

export const stepsSlice: Slice<StepsSlice> = (set, get) => {
  /** Takes a step on the package and shows its result, or why it failed. Returns whether it was taken. */
  async function take<T extends Result<Dataset>>(
    step: Promise<T>,
    outcomeOf: (result: T) => ImportOutcome,
  ): Promise<boolean> {
    set({ working: true })
    try {
      const problems = await applyChange(step)
      const isTaken = problems.length === 0
      // A dead worker has already reported what it lost.
      const isSaid = problems[0]?.code === 'worker-stopped' && get().outcome?.kind === 'lost'
      if (!isTaken && !isSaid) get().refuse(problems)
      await get().refresh()
      // Last, since the list of versions determines whether it can be undone.
      if (isTaken) set({ outcome: outcomeOf(await step) })
      if (problems.some(({ code }) => code === 'item-waits')) await get().reread()
      return isTaken
    } finally {
      set({ working: false })
    }
  }

  return {
    working: false,
    undoing: false,
    outcome: null,
    passOutcome() {
      const { outcome } = get()
      if (outcome?.kind !== 'refused' && outcome?.kind !== 'lost') set({ outcome: null })
    },
    refuse: (problems) => set({ outcome: { kind: 'refused', problems } }),
    async takeOver(words) {
      const ready = readyItems(get().items)
      const ids = ready.map(({ id }) => id)
      const roles = [...new Set(ready.flatMap(({ table }) => table?.role ?? []))]
      const [rows, tables] = [rowsOf(ready), importedTables(ready)]
      const from = shownDay()
      const isTaken = await take(datasetWorker().importItems(ids, words), ({ version }) => {
        const to = shownDay()
        const moved = from && to && from !== to ? { from, to } : null
        return { kind: 'taken', files: ids.length, rows, tables, version, roles, moved }
      })
      if (!isTaken) return
      // Only now does the office have data to lose.
      void askToPersist()
      get().drop(ids)
      get().choose(get().items[0]?.id ?? null)
      await get().reread()
    },
    async openPackage(id) {
      const source = get().sources.get(id)
      if (!source || !(await take(datasetWorker().unpackWorkspace(source), () => ({ kind: 'opened' })))) return
      get().remove(id)
      await get().reread()
    },
    async undo(version) {
      set({ undoing: true })
      try {
        if (await take(datasetWorker().undoVersion(version), () => ({ kind: 'undone' }))) await get().reread()
      } finally {
        set({ undoing: false })
      }
    },
    async restore(version, what) {
      if (await take(datasetWorker().restoreVersion(version), () => ({ kind: 'restored', what }))) await get().reread()
    },
  }
}
