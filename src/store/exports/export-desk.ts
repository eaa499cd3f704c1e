import { proxy } from 'comlink'
import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { Month } from '@/domain/calendar'
import type { Problem } from '@/domain/problem'
import { useImports } from '@/store/imports'
import { failureOf, sayFailure } from '@/store/page/failure'
import { WorkerStopped } from '@/workers/live-worker'
import { wordBetweenWindows } from '@/workspace/windows'

/** How far work is. */
export interface Share {
  readonly done: number
  readonly of: number
}

/** One sort of exports on its way in, and the months of it that this browser keeps. The data itself is in the worker. */
export interface ExportDesk<Waiting, Decision, Done, Kept> {
  /** What was read and waits for a person. */
  readonly waiting: Waiting | null
  /** While what was read is looked through. */
  readonly looking: Share | null
  readonly keeping: Share | null
  /** What was kept last, until the next files come. */
  readonly done: Done | null
  /** Files of this sort in which no row could be read, and how many places of them could not be; null where there are none. */
  readonly empty: { readonly files: readonly string[]; readonly unread: number } | null
  /** Null until it was looked up. */
  readonly kept: readonly Kept[] | null
  keep(decision: Decision): Promise<readonly Problem[]>
  /** Does something with what is kept, and tells all windows. */
  change(change: (say: (share: Share) => void) => Promise<void>): Promise<readonly Problem[]>
  forget(): void
  refresh(): Promise<void>
  remove(months: readonly Month[]): Promise<void>
  /** Takes away of what is kept what `work` does, and tells all windows. */
  removeBy(work: () => Promise<void>): Promise<void>
}

interface Reviewed {
  readonly rows: number
  readonly files: readonly { readonly file: string; readonly unread: number }[]
}

/** What a sort of exports is asked of the worker. */
export interface DeskWork<Review extends Reviewed, Waiting, Decision, Done, Kept> {
  review(say: (share: Share) => void): Promise<Review | null>
  /** What a person is shown of it. */
  waitingOf(review: Review): Promise<Waiting>
  keep(decision: Decision, say: (share: Share) => void): Promise<Done>
  /** After what is kept has changed. */
  changed?(): Promise<void>
  forget(): Promise<void>
  kept(): Promise<readonly Kept[]>
  remove(months: readonly Month[]): Promise<void>
}

/** What brings files in may do with a desk. */
export interface DeskHand {
  /** Says that the worker has read a file of this sort. */
  hold(file: string): void
  /** Shows what was read of this sort, if anything was. @throws what the looking came to. */
  look(): Promise<void>
  /** Comes once nothing is being kept: what was read meanwhile would go with it. */
  whenKept(): Promise<unknown>
  /** Follows what other windows keep, from now on. */
  followOthers(): void
  /** After the worker died; whether it took anything of this sort with it. */
  dropped(): boolean
  clear(): void
  /** Drops all that nobody has decided on; of which files that was. */
  giveUp(): readonly string[]
}

/** How far work is, as the worker tells it. */
export const told = (say: (share: Share) => void) => proxy((done: number, of: number) => say({ done, of }))

export const wasCancelled = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'

/** A desk for a sort of exports, and what brings files to it. `shelf`: the name under which it is kept, in all windows. */
export function exportDesk<Review extends Reviewed, Waiting, Decision, Done, Kept>(
  work: DeskWork<Review, Waiting, Decision, Done, Kept>,
  shelf: string,
): readonly [UseBoundStore<StoreApi<ExportDesk<Waiting, Decision, Done, Kept>>>, DeskHand] {
  /** Files that the worker has and that nobody has decided on. */
  let held: readonly string[] = []
  let lastKeeping: Promise<unknown> = Promise.resolve()
  const START: Share = { done: 0, of: 0 }
  const windows = wordBetweenWindows(shelf)
  const use = create<ExportDesk<Waiting, Decision, Done, Kept>>()((set, get) => {
    async function changed() {
      windows.tell()
      await work.changed?.()
      await get().refresh()
      await useImports.getState().refresh()
    }
    async function changeKept(change: (say: (share: Share) => void) => Promise<void>): Promise<readonly Problem[]> {
      set({ keeping: START })
      try {
        // However it ends: each group of trucks that was done before stands as it was kept, and the screen must show it.
        await change((keeping) => get().keeping && set({ keeping })).finally(changed)
        return []
      } catch (error) {
        return error instanceof WorkerStopped || wasCancelled(error) ? [] : [failureOf(error)]
      } finally {
        set({ keeping: null })
      }
    }
    return {
      ...{ waiting: null, looking: null, keeping: null, done: null, empty: null, kept: null },
      change(change) {
        const changing = changeKept(change)
        lastKeeping = changing
        return changing
      },
      keep: (decision) =>
        get().change(async (say) => {
          const done = await work.keep(decision, say)
          held = []
          set({ waiting: null, done })
        }),
      forget() {
        work.forget().catch(sayFailure)
        held = []
        set({ waiting: null })
      },
      async refresh() {
        try {
          set({ kept: await work.kept() })
        } catch (error) {
          sayFailure(error)
        }
      },
      remove: (months) => get().removeBy(() => work.remove(months)),
      async removeBy(remove) {
        await remove()
        await changed()
      },
    }
  })
  return [
    use,
    {
      hold(file) {
        held = [...held, file]
      },
      async look() {
        if (held.length === 0) return
        try {
          const review = await work.review((looking) => use.setState({ looking }))
          if (review?.rows === 0) {
            const unread = review.files.reduce((sum, each) => sum + each.unread, 0)
            use.getState().forget()
            use.setState({ empty: { files: review.files.map(({ file }) => file), unread } })
          } else {
            held = review?.files.map(({ file }) => file) ?? []
            use.setState({ waiting: review && (await work.waitingOf(review)) })
          }
        } finally {
          use.setState({ looking: null })
        }
      },
      whenKept: () => lastKeeping,
      followOthers() {
        windows.hear(async () => {
          await work.changed?.()
          if (use.getState().kept) await use.getState().refresh()
        })
      },
      dropped() {
        const had = held.length > 0
        held = []
        if (had) use.setState({ waiting: null })
        return had
      },
      clear: () => use.setState({ done: null, empty: null }),
      giveUp() {
        const files = [...new Set(held)]
        use.getState().forget()
        return files
      },
    },
  ]
}
