import { proxy } from 'comlink'
import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { Month } from '@/domain/calendar'
import type { Problem } from '@/domain/problem'
import type { UnreadRow } from '@/io/readings/unread-rows'
import { useImports } from '@/store/imports'
import { failureOf, reportFailure } from '@/store/page/failure'
import { WorkerStopped } from '@/workers/live-worker'
import { windowSignal } from '@/workspace/windows'

/** Progress of work. */
export interface WorkProgress {
  readonly done: number
  readonly of: number
}

/** What was last taken away of the stored data; `overtaken` if an import could not be undone since others came after it. */
export type Removal =
  | { readonly kind: 'months'; readonly months: readonly Month[] }
  | { readonly kind: 'device'; readonly device: string }
  | { readonly kind: 'undone' | 'overtaken' }

/**
 * One sort of exports being imported, and the months of it stored in this browser. The data itself is in the worker.
 */
export interface ExportDesk<Waiting, Decision, Done, Kept> {
  /** What was read and awaits the user's decision. */
  readonly waiting: Waiting | null
  /** Progress of reviewing what was read. */
  readonly looking: WorkProgress | null
  readonly keeping: WorkProgress | null
  /** What was stored last, until the next files arrive or something is removed. */
  readonly done: Done | null
  /** What was removed last, until the next files arrive or something is stored. */
  readonly removed: Removal | null
  /** Files of this sort without any readable row, their number of unreadable places, and why; null if there are none. */
  readonly empty: {
    readonly files: readonly string[]
    readonly unread: number
    readonly why: readonly UnreadRow[]
  } | null
  /** Null until loaded. */
  readonly kept: readonly Kept[] | null
  keep(decision: Decision): Promise<readonly Problem[]>
  /** Changes the stored data, and informs all windows. */
  change(change: (say: (share: WorkProgress) => void) => Promise<void>): Promise<readonly Problem[]>
  forget(): void
  refresh(): Promise<void>
  remove(months: readonly Month[]): Promise<void>
  /** Removes stored data by `work`, which returns what was removed, and informs all windows. */
  removeBy(work: () => Promise<Removal>): Promise<void>
}

interface Reviewed {
  readonly rows: number
  readonly files: readonly { readonly file: string; readonly unread: number }[]
  readonly unread: readonly UnreadRow[]
}

/** Requests to the worker for one sort of exports. */
export interface DeskWork<Review extends Reviewed, Waiting, Decision, Done, Kept> {
  review(say: (share: WorkProgress) => void): Promise<Review | null>
  /** Prepares a review for display. */
  waitingOf(review: Review): Promise<Waiting>
  keep(decision: Decision, say: (share: WorkProgress) => void): Promise<Done>
  /** Called after the stored data has changed. */
  changed?(): Promise<void>
  forget(): Promise<void>
  kept(): Promise<readonly Kept[]>
  remove(months: readonly Month[]): Promise<void>
}

/** Interface to a desk for the code that brings files. */
export interface DeskIntake {
  /** Notes that the worker has read a file of this sort. */
  hold(file: string): void
  /** Shows what was read of this sort, if anything. @throws the error of the review. */
  look(): Promise<void>
  /** Resolves when nothing is being stored: files read meanwhile would be stored with it. */
  whenKept(): Promise<unknown>
  /** From now on, follows what other windows store. */
  followOthers(): void
  /** Sets what is done after storing if files read meanwhile are not reviewed yet. */
  onFilesLeft(review: () => Promise<void>): void
  /** Called after the worker died; returns whether data of this sort was lost. */
  dropped(): boolean
  clear(): void
  /** Drops everything undecided; returns the file names. */
  giveUp(): readonly string[]
}

/** Progress callback for the worker. */
export const progressProxy = (onProgress: (share: WorkProgress) => void) =>
  proxy((done: number, of: number) => onProgress({ done, of }))

export const wasCancelled = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'

/**
 * A desk for a sort of exports, and the interface for bringing files to it. `shelf`: the name under which it is stored,
 * the same in all windows.
 */
export function exportDesk<Review extends Reviewed, Waiting, Decision, Done, Kept>(
  work: DeskWork<Review, Waiting, Decision, Done, Kept>,
  shelf: string,
): readonly [UseBoundStore<StoreApi<ExportDesk<Waiting, Decision, Done, Kept>>>, DeskIntake] {
  /** Undecided files held by the worker; the first `reviewed` of them are in the review. */
  let held: readonly string[] = []
  let reviewed = 0
  let lastKeeping: Promise<unknown> = Promise.resolve()
  let reviewLeft: () => Promise<void> = look
  const START: WorkProgress = { done: 0, of: 0 }
  const windows = windowSignal(shelf)
  const use = create<ExportDesk<Waiting, Decision, Done, Kept>>()((set, get) => {
    async function changed() {
      windows.tell()
      // The list of what is stored comes from another worker than what the screens make of it, which takes longer.
      await Promise.all([work.changed?.(), get().refresh()])
      await useImports.getState().refresh()
    }
    async function changeKept(
      change: (say: (share: WorkProgress) => void) => Promise<void>,
    ): Promise<readonly Problem[]> {
      set({ keeping: START })
      try {
        // In any case: groups of trucks finished before an error are already stored, and the screen must show them.
        await change((keeping) => get().keeping && set({ keeping })).finally(changed)
        return []
      } catch (error) {
        return error instanceof WorkerStopped || wasCancelled(error) ? [] : [failureOf(error)]
      } finally {
        set({ keeping: null })
      }
    }
    return {
      ...{ waiting: null, looking: null, keeping: null, done: null, removed: null, empty: null, kept: null },
      change(change) {
        const changing = changeKept(change)
        lastKeeping = changing
        return changing
      },
      keep(decision) {
        const keeping = changeKept(async (say) => {
          const decided = reviewed
          const done = await work.keep(decision, say)
          held = held.slice(decided)
          set({ waiting: null, done, removed: null })
          useImports.getState().passOutcome()
        })
        // Not part of storing, which has succeeded by now: a cancelled review is reported as that of any other files.
        lastKeeping = keeping.then(async () => {
          if (!get().waiting && held.length > 0) await reviewLeft()
        })
        return lastKeeping.then(() => keeping)
      },
      forget() {
        work.forget().catch(reportFailure)
        held = []
        set({ waiting: null })
      },
      async refresh() {
        try {
          set({ kept: await work.kept() })
        } catch (error) {
          reportFailure(error)
        }
      },
      remove: (months) =>
        get().removeBy(async () => {
          await work.remove(months)
          return { kind: 'months', months }
        }),
      async removeBy(remove) {
        const removed = await remove()
        set({ done: null, removed })
        useImports.getState().passOutcome()
        await changed()
      },
    }
  })
  /** Shows what was read and is not kept, if there is anything. @throws what the looking came to. */
  async function look(): Promise<void> {
    if (held.length === 0) return
    try {
      const review = await work.review((looking) => use.setState({ looking }))
      if (review?.rows === 0) {
        const unread = review.files.reduce((sum, each) => sum + each.unread, 0)
        use.getState().forget()
        use.setState({ empty: { files: review.files.map(({ file }) => file), unread, why: review.unread } })
      } else {
        held = review?.files.map(({ file }) => file) ?? []
        reviewed = held.length
        use.setState({ waiting: review && (await work.waitingOf(review)) })
      }
    } finally {
      use.setState({ looking: null })
    }
  }
  return [
    use,
    {
      hold(file) {
        held = [...held, file]
      },
      look,
      whenKept: () => lastKeeping,
      followOthers() {
        windows.hear(async () => {
          await work.changed?.()
          if (use.getState().kept) await use.getState().refresh()
        })
      },
      onFilesLeft(review) {
        reviewLeft = review
      },
      dropped() {
        const had = held.length > 0
        held = []
        if (had) use.setState({ waiting: null })
        return had
      },
      clear: () => use.setState({ done: null, removed: null, empty: null }),
      giveUp() {
        const files = [...new Set(held)]
        use.getState().forget()
        return files
      },
    },
  ]
}
