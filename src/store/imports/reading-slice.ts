import { proxy } from 'comlink'
import type { Problem } from '@/domain/problem'
import { failureOf, reportFailure } from '@/store/page/failure'
import { datasetWorker, onDatasetWorkerStopped } from '@/workers/client'
import { WorkerStopped } from '@/workers/live-worker'
import type { ItemChoice } from '@/workspace/import/item-choice'
import type { ItemView } from '@/workspace/import/item-view'
import { Queue } from '@/workspace/import/queue'
import type { Progress } from '@/workspace/import/read-item'
import { seenTogether } from '@/workspace/import/seen-together'
import type { ReadingSlice, Slice } from './state'

const rolesOf = (items: readonly (ItemView | null | undefined)[]): ReadonlySet<string> =>
  new Set(items.flatMap((item) => item?.table?.role ?? []))

type SayProgress = (progress: Progress) => void

export const readingSlice: Slice<ReadingSlice> = (set, get) => {
  const readings = new Queue()
  /** Files waiting to be read, with their sizes when they were dropped, and all of their drop. */
  let line: readonly { readonly file: File; readonly bytes: number; readonly together: readonly File[] }[] = []
  let isLineMoving = false
  /** Whether one of them is being read, and whether it and the files behind it were cancelled. */
  let isAdding = false
  let isCancelled = false
  /** Counts the workers: requests meant for a dead one are not sent to the next. */
  let lastLife = 0

  function setLine(next: typeof line): void {
    line = next
    set({ waiting: line.length })
  }

  /**
   * Reads a file when its turn comes and reports progress until it has ended; a progress message arriving after the
   * result, as in some browsers, is ignored. Null if the file was not read.
   */
  function read<T>(
    file: string,
    ask: (say: SayProgress) => Promise<T>,
    fail = (problem: Problem) => get().refuse([problem]),
  ): Promise<T | null> {
    const life = lastLife
    return readings.run(async () => {
      if (life !== lastLife) return null
      let hasEnded = false
      set({ reading: { file, progress: null } })
      try {
        return await ask(
          proxy((progress: Progress) => {
            if (!hasEnded) set({ reading: { file, progress } })
          }),
        )
      } catch (error) {
        // A dead worker is reported below, with everything it lost.
        if (!(error instanceof WorkerStopped)) fail(failureOf(error, file))
        return null
      } finally {
        hasEnded = true
        if (life === lastLife) set({ reading: null })
      }
    })
  }

  /** Views again the items that are seen together with some kinds, except those of `seen`. */
  async function viewAgain(roles: ReadonlySet<string>, seen: readonly number[] = []): Promise<void> {
    const together = seenTogether(roles)
    const beside = get().items.filter(({ id, table }) => table && together.has(table.role) && !seen.includes(id))
    if (beside.length === 0) return
    const views = await datasetWorker().itemViews(beside.map(({ id }) => id))
    const viewed = new Map(views.map((view) => [view.id, view]))
    set({ items: get().items.map((item) => viewed.get(item.id) ?? item) })
  }

  /** Adds the items of a file, and views the others of their kinds again. */
  async function show(views: readonly ItemView[], source: File, together: readonly File[] = []): Promise<void> {
    get().put(views, source, together)
    await viewAgain(
      rolesOf(views),
      views.map(({ id }) => id),
    )
  }

  /** Reads items again with the user's choice, one after the other. */
  async function changeAll(ids: readonly number[], choice: ItemChoice): Promise<void> {
    const roles = new Set<string>()
    for (const id of ids) {
      const item = () => get().items.find((each) => each.id === id)
      await read(item()?.file ?? '', async (say) => {
        const before = item()
        // The item may have been removed by then.
        const view = before ? await datasetWorker().changeItem(id, choice, say) : null
        const source = get().sources.get(id)
        if (view && source) get().put([view], source)
        for (const each of [before, view]) if (each?.table) roles.add(each.table.role)
        // In the same turn, so that nothing can be imported as it was seen before.
        if (id === ids.at(-1)) await viewAgain(roles, [id])
      })
    }
  }

  /** Reads the first file in line; returns the files that were cancelled meanwhile. */
  async function readHead(say: SayProgress): Promise<readonly File[]> {
    const { file, bytes, together } = line[0]!
    setLine(line.slice(1))
    isAdding = true
    isCancelled = false
    try {
      const views = await datasetWorker().addFile(file, bytes, say)
      if (views) await show(views, file, together)
      const behind = isCancelled ? line.map((each) => each.file) : []
      if (isCancelled) setLine([])
      return views ? behind : [file, ...behind]
    } finally {
      isAdding = false
    }
  }

  /** Reads the waiting files one by one, and reports each that is not read. */
  async function readLine(): Promise<void> {
    if (isLineMoving) return
    isLineMoving = true
    const unread: Problem[] = []
    const fail = (...problems: Problem[]) => {
      unread.push(...problems)
      get().refuse([...unread])
    }
    try {
      for (let head = line[0]; head; head = line[0]) {
        const cancelled = (await read(head.file.name, readHead, fail)) ?? []
        if (cancelled.length > 0)
          fail(...cancelled.map(({ name }) => ({ code: 'reading-cancelled' as const, file: name })))
      }
    } finally {
      isLineMoving = false
    }
  }

  onDatasetWorkerStopped(() => {
    const { items, reading } = get()
    lastLife++
    const names = [
      ...items.map(({ file }) => file),
      ...(reading ? [reading.file] : []),
      ...line.map(({ file }) => file.name),
    ]
    const files = [...new Set(names)]
    setLine([])
    set({ items: [], sources: new Map(), current: null, reading: null })
    if (files.length > 0) set({ outcome: { kind: 'lost', files } })
  })

  return {
    reading: null,
    waiting: 0,
    prepare() {
      // If that fails, the first file reports it.
      datasetWorker()
        .readyForFiles()
        .catch(() => undefined)
    },
    async addFiles(files, bytes = files.map(({ size }) => size)) {
      set({ outcome: null })
      setLine([...line, ...files.map((file, at) => ({ file, bytes: bytes[at]!, together: files }))])
      await readLine()
    },
    async readAsData(id) {
      const item = get().items.find((each) => each.id === id)
      const source = get().sources.get(id)
      if (!item || !source) return []
      const views = await read(item.file, async (say) => {
        const added = await datasetWorker().addFile(source, item.bytes, say, true)
        if (added && !added.some(({ problem }) => problem)) await show(added, source)
        return added
      })
      if (!views) return []
      const problems = views.flatMap(({ problem }) => problem ?? [])
      if (problems.length > 0) return problems
      get().choose(views[0]!.id)
      get().remove(id)
      return []
    },
    change: (id, choice) => changeAll([id], choice),
    changeTogether: changeAll,
    async viewAgain(role) {
      const roles = new Set([role])
      const file = get().items.find(({ table }) => table && seenTogether(roles).has(table.role))?.file
      if (file !== undefined) await read(file, () => viewAgain(roles))
    },
    cancel() {
      isCancelled = isAdding
      datasetWorker().cancelImport().catch(reportFailure)
    },
    async reread() {
      const ids = get().items.flatMap(({ id, table }) => (table ? [id] : []))
      await changeAll(ids, {})
    },
  }
}
