import { proxy } from 'comlink'
import { create } from 'zustand'
import type { Month } from '@/domain/calendar'
import type { Problem } from '@/domain/problem'
import type { KeptMonth } from '@/io/readings/kept-readings'
import type { ExportProgress } from '@/io/readings/read-export'
import type { KnownMonitor } from '@/questions/known-monitors'
import { useImports } from '@/store/imports'
import { failureOf, sayFailure } from '@/store/page/failure'
import { holdUnsaved } from '@/store/steps/unsaved'
import { datasetWorker } from '@/workers/client'
import { WorkerStopped } from '@/workers/live-worker'
import type { ReadingsDecision, ReadingsReview } from '@/workspace/readings-desk'
import { onReadingsWorkerStopped, readingsWorker } from './readings-worker'

/** What was read and waits for a person, and which of its devices the package knows. */
export interface WaitingReadings {
  readonly review: ReadingsReview
  readonly known: readonly KnownMonitor[]
}

interface ReadingsState {
  readonly reading: { readonly file: File; readonly progress: ExportProgress | null } | null
  readonly waiting: WaitingReadings | null
  readonly keeping: boolean
  /** What was kept last, until the next files come. */
  readonly done: { readonly rows: number; readonly months: readonly Month[] } | null
  /** Files whose reading stopped the worker, which took with it what it had read before; null where nothing is lost. */
  readonly lost: readonly string[] | null
  /** Files of readings in which no row could be read, and how many places of them could not be; null where there are none. */
  readonly empty: { readonly files: readonly string[]; readonly unread: number } | null
  /** Null until it was looked up. */
  readonly kept: readonly KeptMonth[] | null
  /** Takes files in: readings are read here, all others go to the list of imports. */
  bring(files: readonly File[]): Promise<void>
  keep(decision: ReadingsDecision): Promise<readonly Problem[]>
  forget(): void
  refresh(): Promise<void>
  remove(months: readonly Month[]): Promise<void>
}

/** Files that can't be of readings, by their names: nobody waits for them to be looked at. */
const OTHERS = /\.(?:zip|json|geojson|kml|kmz|gpx|docx?|shp|dbf|pmtiles|ctb|png|jpe?g|pdf)$/i

/** Whether the worker has readings that nobody has decided on. */
let holds = false

const now = () => Math.floor(Date.now() / 60_000)

/** Readings of monitors on their way in, and those that this browser keeps. The readings themselves are in their worker. */
export const useReadings = create<ReadingsState>()((set, get) => {
  /** Whether a file is done with here: it was read, or it stopped the worker, as it would whoever reads it next. */
  async function isRead(file: File): Promise<boolean> {
    if (OTHERS.test(file.name)) return false
    set({ reading: { file, progress: null } })
    try {
      const read = await readingsWorker().read(
        file,
        proxy((progress: ExportProgress) => {
          if (get().reading?.file === file) set({ reading: { file, progress } })
        }),
      )
      holds ||= read
      return read
    } catch (error) {
      if (error instanceof WorkerStopped && error.hadSpoken) {
        set({ lost: [...(get().lost ?? []), file.name] })
        return true
      }
      // Whoever reads it next says what is wrong with it.
      return false
    } finally {
      set({ reading: null })
    }
  }

  async function look(): Promise<void> {
    const review = await readingsWorker().review(now())
    if (review?.rows === 0) {
      const unread = review.files.reduce((sum, each) => sum + each.unread, 0)
      get().forget()
      set({ empty: { files: review.files.map(({ file }) => file), unread } })
      return
    }
    const codes = review?.devices.map(({ code }) => code) ?? []
    const known = codes.length > 0 ? await datasetWorker().knownMonitors(codes) : []
    set({ waiting: review && { review, known } })
  }

  return {
    reading: null,
    waiting: null,
    keeping: false,
    done: null,
    lost: null,
    empty: null,
    kept: null,
    async bring(files) {
      set({ done: null, lost: null, empty: null })
      // Now: a file that is gone when its turn comes has another size.
      const dropped = files.map((file) => ({ file, bytes: file.size }))
      const others: typeof dropped = []
      for (const each of dropped) if (!(await isRead(each.file))) others.push(each)
      if (others.length < files.length) await look().catch(sayFailure)
      if (others.length > 0) {
        const sizes = others.map(({ bytes }) => bytes)
        await useImports.getState().addFiles(
          others.map(({ file }) => file),
          sizes,
        )
      }
    },
    async keep(decision) {
      set({ keeping: true })
      try {
        const done = await readingsWorker().keep(decision, now())
        holds = false
        set({ waiting: null, done })
        await get().refresh()
        await useImports.getState().refresh()
        return []
      } catch (error) {
        return error instanceof WorkerStopped ? [] : [failureOf(error)]
      } finally {
        set({ keeping: false })
      }
    },
    forget() {
      readingsWorker().forget().catch(sayFailure)
      holds = false
      set({ waiting: null })
    },
    async refresh() {
      try {
        set({ kept: await readingsWorker().kept() })
      } catch (error) {
        sayFailure(error)
      }
    },
    async remove(months) {
      await readingsWorker().remove(months)
      await get().refresh()
      await useImports.getState().refresh()
    },
  }
})

onReadingsWorkerStopped(() => {
  if (holds) useReadings.setState(({ lost }) => ({ waiting: null, lost: lost ?? [] }))
  holds = false
})

// What other windows, and an update, must not take away.
let release: (() => void) | null = null
useReadings.subscribe(({ waiting, reading }) => {
  if (waiting || reading) release ??= holdUnsaved('importing')
  else {
    release?.()
    release = null
  }
})
