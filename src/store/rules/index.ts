import { create } from 'zustand'
import type { Problem } from '@/domain/problem'
import type { RuleDraft } from '@/domain/rules/rule-draft'
import { useImports } from '@/store/imports'
import { applyChange } from '@/store/steps/step'
import { holdUnsaved } from '@/store/steps/unsaved'
import { useWindows } from '@/store/steps/windows'
import { datasetWorker } from '@/workers/client'
import type { ImportedRules } from '@/workspace/plan/rules-file'
import type { RuleChange } from '@/workspace/plan/write-rules'

interface RuleDesk {
  /** The requirement being edited; null if none. */
  readonly draft: RuleDraft | null
  /** A file of requirements being reviewed; null if none. */
  readonly brought: ImportedRules | null
  readonly saving: boolean
  /** Why the last save or undo failed. */
  readonly problems: readonly Problem[]
  /** The last version made, or `undone`. */
  readonly done: number | 'undone' | null
  /** The clause of the requirement saved last; null for several at once. */
  readonly doneAt: number | null
  open(draft: RuleDraft): void
  change(part: Partial<RuleDraft>): void
  bring(brought: ImportedRules): void
  /** Discards what is being edited or reviewed. */
  close(): void
  /** Saves changes as one version, all or none; true on success. */
  save(
    changes: readonly RuleChange[],
    reason: { readonly by: string; readonly why: string },
    label: string,
  ): Promise<boolean>
  /** Returns to the state before the last version. */
  undo(): Promise<void>
}

/** Requirements of the plan being changed. */
export const useRuleDesk = create<RuleDesk>()((set, get) => ({
  draft: null,
  brought: null,
  saving: false,
  problems: [],
  done: null,
  doneAt: null,
  open: (draft) => set({ draft, brought: null, problems: [], done: null }),
  change(part) {
    const { draft } = get()
    if (draft) set({ draft: { ...draft, ...part } })
  },
  bring: (brought) => set({ brought, draft: null, problems: [], done: null }),
  close: () => set({ draft: null, brought: null, problems: [] }),
  async save(changes, reason, label) {
    set({ saving: true, problems: [] })
    const step = datasetWorker().changeRules(changes, reason, label)
    const problems = await applyChange(step)
    const isDone = problems.length === 0
    const { draft } = get()
    if (isDone) set({ draft: null, brought: null, done: (await step).version, doneAt: draft?.clause ?? null })
    if (problems.some(({ code }) => code === 'changed-elsewhere')) await useWindows.getState().check()
    set({ saving: false, problems })
    await useImports.getState().refresh()
    return isDone
  },
  async undo() {
    const { done } = get()
    if (typeof done !== 'number') return
    set({ saving: true, problems: [] })
    const problems = await applyChange(datasetWorker().undoVersion(done))
    set({ saving: false, problems, done: problems.length === 0 ? 'undone' : null })
    await useImports.getState().refresh()
  },
}))

// Unsaved edits must not be lost through other windows, an update or closing the tab.
let release: (() => void) | null = null
useRuleDesk.subscribe(({ draft, brought }) => {
  if (draft || brought) release ??= holdUnsaved('editing')
  else {
    release?.()
    release = null
  }
})
