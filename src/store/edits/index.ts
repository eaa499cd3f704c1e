import { create } from 'zustand'
import type { Problem } from '@/domain/problem'
import { useImports } from '@/store/imports'
import { applyChange } from '@/store/steps/step'
import { holdUnsaved } from '@/store/steps/unsaved'
import { useWindows } from '@/store/steps/windows'
import { datasetWorker } from '@/workers/client'
import type { CellEdit } from '@/workspace/write-edits'

/** A changed cell that is not saved yet. */
export interface WaitingEdit extends CellEdit {
  /** Name of the source, and heading of the column, as in the table. */
  readonly name: string
  readonly heading: string
}

interface Edits {
  readonly waiting: readonly WaitingEdit[]
  readonly saving: boolean
  /** Why the last save or undo failed. */
  readonly problems: readonly Problem[]
  /** The last action: the version saved, with its number of cells, or `undone`. */
  readonly done: { readonly version: number; readonly count: number } | 'undone' | null
  /** Adds a changed cell, replacing an earlier change of it; a cell with its original value is dropped. */
  put(edit: WaitingEdit): void
  drop(edit: CellEdit): void
  /** Drops the last unsaved change; returns whether there was one. */
  dropLast(): boolean
  clear(): void
  /** Saves the changes as one version, all or none. */
  save(reason: { readonly by: string; readonly why: string }, label: string): Promise<void>
  /** Returns to the state before the last saved version. */
  undo(): Promise<void>
}

/** Key of one cell of a source. */
export const editKey = ({ kind, code, nth = 1, column }: Pick<CellEdit, 'kind' | 'code' | 'nth' | 'column'>) =>
  [kind, code, nth, column].join('\u0000')

const others = (waiting: readonly WaitingEdit[], edit: CellEdit) =>
  waiting.filter((each) => editKey(each) !== editKey(edit))

/** Only the fields that the worker expects. */
const plain = ({ kind, code, nth, column, before, cell }: WaitingEdit): CellEdit => {
  return { kind, code, ...(nth === undefined ? {} : { nth }), column, before, cell }
}

/** Changed cells of the table, until they are saved together. */
export const useEdits = create<Edits>()((set, get) => ({
  waiting: [],
  saving: false,
  problems: [],
  done: null,
  put(edit) {
    const left = others(get().waiting, edit)
    set({ waiting: edit.cell === edit.before ? left : [...left, edit], problems: [], done: null })
  },
  drop: (edit) => set({ waiting: others(get().waiting, edit), problems: [] }),
  dropLast() {
    const last = get().waiting.at(-1)
    if (last && !get().saving) get().drop(last)
    return last !== undefined
  },
  clear: () => set({ waiting: [], problems: [] }),
  async save(reason, label) {
    const { waiting } = get()
    set({ saving: true, problems: [] })
    const step = datasetWorker().editCells(waiting.map(plain), reason, label)
    const problems = await applyChange(step)
    if (problems.length === 0) {
      const { version } = await step
      const left = get().waiting.filter((each) => !waiting.includes(each))
      set({ waiting: left, done: version === null ? null : { version, count: waiting.length } })
      await useImports.getState().refresh()
    }
    if (problems.some(({ code }) => code === 'changed-elsewhere')) await useWindows.getState().check()
    set({ saving: false, problems })
  },
  async undo() {
    const { done } = get()
    if (done === null || done === 'undone') return
    set({ saving: true, problems: [] })
    const problems = await applyChange(datasetWorker().undoVersion(done.version))
    set({ saving: false, problems, done: problems.length === 0 ? 'undone' : null })
    await useImports.getState().refresh()
  },
}))

// Unsaved changes must not be lost through other windows, an update or closing the tab.
let release: (() => void) | null = null
useEdits.subscribe(({ waiting }) => {
  if (waiting.length > 0) release ??= holdUnsaved('editing')
  else {
    release?.()
    release = null
  }
})
