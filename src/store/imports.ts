import { proxy } from 'comlink'
import { create } from 'zustand'
import type { IsoDay } from '@/domain/calendar'
import type { Problem, Result } from '@/domain/problem'
import type { Dataset } from '@/questions/dataset'
import { datasetWorker, onDatasetWorkerStopped } from '@/workers/client'
import { WorkerStopped } from '@/workers/live-worker'
import type { DeskWords } from '@/workspace/desk-words'
import type { Progress } from '@/workspace/import-item'
import type { ItemChoice } from '@/workspace/item-choice'
import type { ItemView } from '@/workspace/item-view'
import { Queue } from '@/workspace/queue'
import type { VersionList } from '@/workspace/version-list'
import { useChentu } from './chentu'
import { failureOf } from './failure'
import { takeStep, useSteps } from './step'
import { holdImport } from './unsaved'

/** What was done last, for the line that says so and offers to undo it. */
export type Outcome =
  /** With the version that was made: only while it is in force it can be undone. */
  | {
      readonly kind: 'taken'
      readonly files: number
      readonly version: number | null
      /** The day on which the rules were evaluated before, and the one that the data has moved it to; null where it stays. */
      readonly moved: { readonly from: IsoDay; readonly to: IsoDay } | null
    }
  | { readonly kind: 'undone' | 'restored' | 'opened' }
  /** The worker died and the files with it: they must be dropped again. */
  | { readonly kind: 'lost'; readonly files: readonly string[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

/** Whether a step was refused since another window was first: what it did is to be looked at before the next. */
export const mustLook = (outcome: Outcome | null) =>
  outcome?.kind === 'refused' && outcome.problems.some(({ code }) => code === 'changed-elsewhere')

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
  /** Goes back to what was before a version that was taken over, where nothing has come after it. */
  undo(version: number): Promise<void>
  restore(version: number | null): Promise<void>
  /** Looks up versions and room anew. */
  refresh(): Promise<void>
  /** Reads the files anew against what is in force now. */
  reread(): Promise<void>
}

/** The day of what is shown; null before anything is. */
const shownDay = () => useChentu.getState().opened?.evaluation.asOf ?? null

const isReady = ({ table }: ItemView) => table !== null && table.blockers.length === 0

/** The items that nothing stands against. */
export const readyItems = (items: readonly ItemView[]) => items.filter(isReady)

/** Files on their way in. The tables themselves are in the worker. */
export const useImports = create<ImportsState>()((set, get) => {
  const sources = new Map<number, File>()
  const readings = new Queue()
  /** Files that wait to be read, each with the size that it had when it was dropped. */
  let line: { readonly file: File; readonly bytes: number }[] = []
  let lineMoves = false
  /** Whether one of them is being read, and whether it and those behind it were cancelled. */
  let adding = false
  let cancelled = false
  /** Counts the workers: what was to be asked of one that died is not asked of the next. */
  let lives = 0

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

  const refuse = (problems: readonly Problem[]) => set({ outcome: { kind: 'refused', problems } })

  /**
   * Reads a file when its turn comes and says how far it is, until it has ended, well or not: a word on it that comes after its
   * answer, as it does in some engines, says nothing any more.
   */
  function reading<T>(
    file: string,
    read: (progress: (progress: Progress) => void) => Promise<T>,
    failed = (problem: Problem) => refuse([problem]),
  ): Promise<T | null> {
    const life = lives
    return readings.run(async () => {
      if (life !== lives) return null
      let ended = false
      set({ reading: { file, progress: null } })
      try {
        return await read(
          proxy((progress: Progress) => {
            if (!ended) set({ reading: { file, progress } })
          }),
        )
      } catch (error) {
        // One that died says so itself, with all that it took along.
        if (!(error instanceof WorkerStopped)) failed(failureOf(error, file))
        return null
      } finally {
        ended = true
        if (life === lives) set({ reading: null })
      }
    })
  }

  /** Reads the files that wait, one after the other, and names each that is not read. */
  async function readLine(): Promise<void> {
    if (lineMoves) return
    lineMoves = true
    const unread: Problem[] = []
    const failed = (...problems: Problem[]) => {
      unread.push(...problems)
      refuse([...unread])
    }
    for (let next = line[0]; next; next = line[0]) {
      const { file, bytes } = next
      const read = async (progress: (progress: Progress) => void) => {
        line = line.slice(1)
        set({ waiting: line.length })
        adding = true
        cancelled = false
        const views = await datasetWorker()
          .addFile(file, bytes, progress)
          .finally(() => {
            adding = false
          })
        if (views) put(views, file)
        const left = [...(views ? [] : [file]), ...(cancelled ? line.splice(0).map((each) => each.file) : [])]
        if (left.length > 0) failed(...left.map(({ name }) => ({ code: 'reading-cancelled' as const, file: name })))
      }
      await reading(file.name, read, failed)
    }
    set({ waiting: 0 })
    lineMoves = false
  }

  /** Shows what came of a step on the workspace, or why it did not. */
  async function finish<T extends Result<Dataset>>(
    step: Promise<T>,
    outcomeOf: (result: T) => Outcome,
  ): Promise<boolean> {
    set({ working: true })
    const problems = await takeStep(step)
    // One that died has said what it took along.
    const said = problems[0]?.code === 'worker-stopped' && get().outcome?.kind === 'lost'
    if (problems.length > 0 && !said) refuse(problems)
    await get().refresh()
    // Last: whether it can be undone is told by the list of versions.
    if (problems.length === 0) set({ outcome: outcomeOf(await step) })
    set({ working: false })
    if (problems.some(({ code }) => code === 'item-waits')) await get().reread()
    return problems.length === 0
  }

  onDatasetWorkerStopped(() => {
    const { items, reading } = get()
    lives++
    const names = [
      ...items.map(({ file }) => file),
      ...(reading ? [reading.file] : []),
      ...line.map(({ file }) => file.name),
    ]
    const files = [...new Set(names)]
    sources.clear()
    line = []
    set({ items: [], current: null, reading: null, waiting: 0 })
    if (files.length > 0) set({ outcome: { kind: 'lost', files } })
  })

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
      line = [...line, ...files.map((file) => ({ file, bytes: file.size }))]
      set({ outcome: null, waiting: line.length })
      await readLine()
    },
    choose: (current) => set({ current }),
    async change(id, choice) {
      const file = get().items.find((item) => item.id === id)?.file ?? ''
      const view = await reading(file, async (progress) =>
        // It may be gone when it is its turn.
        get().items.some((item) => item.id === id) ? datasetWorker().changeItem(id, choice, progress) : null,
      )
      const source = sources.get(id)
      if (view && source) put([view], source)
    },
    remove(id) {
      sources.delete(id)
      // A worker that died has let it go too.
      datasetWorker()
        .removeItem(id)
        .catch(() => undefined)
      const items = get().items.filter((item) => item.id !== id)
      set({ items, current: get().current === id ? (items[0]?.id ?? null) : get().current })
    },
    cancel() {
      cancelled = adding
      datasetWorker()
        .cancel()
        .catch(() => undefined)
    },
    async takeOver(words) {
      const ready = readyItems(get().items)
      const ids = ready.map(({ id }) => id)
      const from = shownDay()
      const done = await finish(datasetWorker().takeOver(ids, words), ({ version }) => {
        const to = shownDay()
        const moved = from && to && from !== to ? { from, to } : null
        return { kind: 'taken', files: ready.length, version, moved }
      })
      if (!done) return
      // Asked once the office has something to lose; a browser that refuses may drop the data when its disk is full.
      navigator.storage?.persist?.().catch(() => undefined)
      const items = get().items.filter(({ id }) => !ids.includes(id))
      set({ items, current: items[0]?.id ?? null })
      await get().reread()
    },
    async openPackage(id) {
      const source = sources.get(id)
      if (!source || !(await finish(datasetWorker().unpack(source), () => ({ kind: 'opened' })))) return
      get().remove(id)
      await get().reread()
    },
    async undo(version) {
      if (await finish(datasetWorker().undo(version), () => ({ kind: 'undone' }))) await get().reread()
    },
    async restore(version) {
      if (await finish(datasetWorker().restore(version), () => ({ kind: 'restored' }))) await get().reread()
    },
    async refresh() {
      try {
        const versions = await datasetWorker().versions()
        const estimate = await navigator.storage?.estimate?.()
        const { usage, quota } = estimate ?? {}
        set({ versions, room: usage === undefined || quota === undefined ? null : { used: usage, quota } })
      } catch (error) {
        // What was known stays; the step that led here has said its own.
        if (!(error instanceof WorkerStopped) && get().outcome === null) refuse([failureOf(error)])
      }
    },
    async reread() {
      for (const { id, table } of get().items) if (table) await get().change(id, {})
    },
  }
})

// Files on their way in are what other windows, and an update, must not take away.
let release: (() => void) | null = null
useImports.subscribe(({ items, reading, waiting }) => {
  const unsaved = items.length > 0 || reading !== null || waiting > 0
  if (unsaved) release ??= holdImport()
  else {
    release?.()
    release = null
  }
})

// Steps that are taken elsewhere; those taken here come to it themselves.
useSteps.subscribe(({ done }, before) => {
  const { working, reread } = useImports.getState()
  if (done !== before.done && !working) void reread()
})
