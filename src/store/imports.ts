import { proxy } from 'comlink'
import { create } from 'zustand'
import type { Problem, Result } from '@/domain/problem'
import type { Dataset } from '@/workers/answers'
import { datasetWorker } from '@/workers/client'
import type { DeskWords } from '@/workers/import-desk'
import type { ItemChoice, ItemView, Progress } from '@/workers/import-item'
import type { VersionList } from '@/workers/workspace'
import { useChentu } from './chentu'

/** What was done last, for the line that says so and offers to undo it. */
export type Outcome =
  | { readonly kind: 'taken'; readonly files: number }
  | { readonly kind: 'undone' | 'restored' | 'opened' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

interface ImportsState {
  readonly items: readonly ItemView[]
  /** The item that is looked at. */
  readonly current: number | null
  readonly reading: { readonly file: string; readonly progress: Progress | null } | null
  /** Files that wait behind the one being read. */
  readonly waiting: number
  readonly working: boolean
  readonly outcome: Outcome | null
  readonly versions: VersionList | null
  /** Bytes that the browser lets us keep, and that are used; null where it does not say. */
  readonly room: { readonly used: number; readonly quota: number } | null
  addFiles(files: readonly File[]): Promise<void>
  choose(id: number | null): void
  change(id: number, choice: ItemChoice): Promise<void>
  remove(id: number): void
  cancel(): void
  takeOver(words: DeskWords): Promise<void>
  openPackage(id: number): Promise<void>
  undo(): Promise<void>
  restore(version: number | null): Promise<void>
  /** Looks up versions and room anew. */
  refresh(): Promise<void>
}

const isReady = ({ table }: ItemView) => table !== null && table.blockers.length === 0

/** The items that nothing stands against. */
export const readyItems = (items: readonly ItemView[]) => items.filter(isReady)

/** Files on their way in. The tables themselves are in the worker. */
export const useImports = create<ImportsState>()((set, get) => {
  const sources = new Map<number, File>()
  let stopped = false

  /** Puts views in the place of those with their number, new ones behind. */
  function put(views: readonly ItemView[], source: File): void {
    const items = [...get().items]
    for (const view of views) {
      sources.set(view.id, source)
      const at = items.findIndex(({ id }) => id === view.id)
      if (at < 0) items.push(view)
      else items[at] = view
    }
    set({ items, current: get().current ?? views[0]?.id ?? null })
  }

  const hear = (file: string) => proxy((progress: Progress) => set({ reading: { file, progress } }))

  /** Shows what came of a step on the workspace, or why it did not. */
  async function finish(step: Promise<Result<Dataset>>, outcome: Outcome): Promise<boolean> {
    set({ working: true })
    try {
      const problems = await useChentu.getState().show(await step)
      set({ outcome: problems.length > 0 ? { kind: 'refused', problems } : outcome })
      await get().refresh()
      return problems.length === 0
    } finally {
      set({ working: false })
    }
  }

  return {
    items: [],
    current: null,
    reading: null,
    waiting: 0,
    working: false,
    outcome: null,
    versions: null,
    room: null,
    async addFiles(files) {
      stopped = false
      set({ outcome: null })
      const sizes = files.map(({ size }) => size)
      for (const [i, file] of files.entries()) {
        if (stopped) break
        set({ reading: { file: file.name, progress: null }, waiting: files.length - i - 1 })
        const views = await datasetWorker().addFile(file, sizes[i]!, hear(file.name))
        if (views) put(views, file)
      }
      set({ reading: null, waiting: 0 })
    },
    choose: (current) => set({ current }),
    async change(id, choice) {
      const file = get().items.find((item) => item.id === id)?.file ?? ''
      set({ reading: { file, progress: null } })
      const view = await datasetWorker().changeItem(id, choice, hear(file))
      if (view) put([view], sources.get(id)!)
      set({ reading: null })
    },
    remove(id) {
      void datasetWorker().removeItem(id)
      const items = get().items.filter((item) => item.id !== id)
      set({ items, current: get().current === id ? (items[0]?.id ?? null) : get().current })
    },
    cancel() {
      stopped = true
      void datasetWorker().cancel()
    },
    async takeOver(words) {
      const ready = readyItems(get().items)
      const ids = ready.map(({ id }) => id)
      const done = await finish(datasetWorker().takeOver(ids, words), { kind: 'taken', files: ready.length })
      if (!done) return
      // Asked once the office has something to lose; a browser that refuses may drop the data when its disk is full.
      void navigator.storage?.persist?.()
      const items = get().items.filter(({ id }) => !ids.includes(id))
      set({ items, current: items[0]?.id ?? null })
    },
    async openPackage(id) {
      const source = sources.get(id)
      if (source && (await finish(datasetWorker().unpack(source), { kind: 'opened' }))) get().remove(id)
    },
    async undo() {
      await finish(datasetWorker().undo(), { kind: 'undone' })
    },
    async restore(version) {
      await finish(datasetWorker().restore(version), { kind: 'restored' })
    },
    async refresh() {
      const versions = await datasetWorker().versions()
      const estimate = await navigator.storage?.estimate?.()
      const { usage, quota } = estimate ?? {}
      set({ versions, room: usage === undefined || quota === undefined ? null : { used: usage, quota } })
    },
  }
})
