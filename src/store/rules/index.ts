import { create } from 'zustand'
import type { Problem } from '@/domain/problem'
import type { RuleDraft } from '@/domain/rules/rule-draft'
import { useImports } from '@/store/imports'
import { takeStep } from '@/store/steps/step'
import { holdUnsaved } from '@/store/steps/unsaved'
import { useWindows } from '@/store/steps/windows'
import { datasetWorker } from '@/workers/client'
import type { BroughtRules } from '@/workspace/rules-file'
import type { RuleChange } from '@/workspace/write-rules'

interface RuleDesk {
  /** The requirement that is being written; null where none is. */
  readonly draft: RuleDraft | null
  /** A file of requirements that is being looked through; null where none is. */
  readonly brought: BroughtRules | null
  readonly saving: boolean
  /** Why it could not be saved, or undone, the last time. */
  readonly problems: readonly Problem[]
  /** The version that was made last, or that it was undone. */
  readonly done: number | 'undone' | null
  /** The clause whose requirement was saved last; null for several at once. */
  readonly doneAt: number | null
  open(draft: RuleDraft): void
  change(part: Partial<RuleDraft>): void
  bring(brought: BroughtRules): void
  /** Gives up what is being written, or looked through. */
  close(): void
  /** Saves changes as one version, all or none; true where it is done. */
  save(
    changes: readonly RuleChange[],
    reason: { readonly by: string; readonly why: string },
    label: string,
  ): Promise<boolean>
  /** Goes back to what was before the version that was made last. */
  undo(): Promise<void>
}

/** Requirements of the plan that are being changed. */
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
    const problems = await takeStep(step)
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
    const problems = await takeStep(datasetWorker().undo(done))
    set({ saving: false, problems, done: problems.length === 0 ? 'undone' : null })
    await useImports.getState().refresh()
  },
}))

// What is being written is what other windows, an update and a closing tab must not take away.
let release: (() => void) | null = null
useRuleDesk.subscribe(({ draft, brought }) => {
  if (draft || brought) release ??= holdUnsaved('editing')
  else {
    release?.()
    release = null
  }
})
