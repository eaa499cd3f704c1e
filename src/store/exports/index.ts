import { proxy } from 'comlink'
import { create } from 'zustand'
import type { Problem } from '@/domain/problem'
import type { ExportProgress } from '@/io/formats/export-table'
import { isTooManyPositions } from '@/io/tracks/too-many-positions'
import { useImports } from '@/store/imports'
import { sayFailure } from '@/store/page/failure'
import { readingsHand, useReadings } from '@/store/readings'
import { holdUnsaved } from '@/store/steps/unsaved'
import { NoTruckSettings, tracksHand, useTracks } from '@/store/tracks'
import { WorkerStopped } from '@/workers/live-worker'
import { wasCancelled } from './export-desk'
import { exportsWorker, onExportsWorkerStopped } from './exports-worker'

const HANDS = { readings: readingsHand, tracks: tracksHand }

interface ExportsState {
  readonly reading: { readonly file: File; readonly progress: ExportProgress | null } | null
  /** Files whose reading stopped the worker, which took with it what it had read before; null where nothing is lost. */
  readonly lost: readonly string[] | null
  /** Files that were not read, since a person ended it. */
  readonly cancelled: readonly string[]
  readonly refused: readonly Problem[]
  /** Takes files in: exports of monitors and trucks are read here, all others go to the list of imports. */
  bring(files: readonly File[]): Promise<void>
  /** Ends what is being read, looked through or kept. */
  cancel(): void
}

/** Files that can't be exports of devices, by their names: nobody waits for them to be looked at. */
const OTHERS = /\.(?:zip|json|geojson|kml|kmz|gpx|docx?|shp|dbf|pmtiles|ctb|png|jpe?g|pdf)$/i

/** Exports of monitors and trucks on their way in, until their desks have them. */
export const useExports = create<ExportsState>()((set, get) => {
  const refuse = (problem: Problem) => set({ refused: [...get().refused, problem] })

  /** Names of files with tracks that were read and are not looked through yet. */
  let tracksRead: string[] = []

  /** Whether a file is done with here: it was read, or it stopped the worker, as it would whoever reads it next. */
  async function isRead(file: File): Promise<boolean> {
    if (OTHERS.test(file.name)) return false
    set({ reading: { file, progress: null } })
    try {
      const progress = proxy((progress: ExportProgress) => {
        if (get().reading?.file === file) set({ reading: { file, progress } })
      })
      const sort = await exportsWorker().read(file, progress)
      if (sort) HANDS[sort].hold()
      if (sort === 'tracks') tracksRead.push(file.name)
      return sort !== null
    } catch (error) {
      if (wasCancelled(error)) throw error
      if (error instanceof WorkerStopped && error.hadSpoken) {
        set({ lost: [...(get().lost ?? []), file.name] })
        return true
      }
      if (isTooManyPositions(error)) {
        refuse({ code: 'tracks-too-many', file: file.name })
        return true
      }
      // Whoever reads it next says what is wrong with it.
      return false
    } finally {
      set({ reading: null })
    }
  }

  async function look(): Promise<void> {
    for (const hand of Object.values(HANDS)) {
      try {
        await hand.look()
      } catch (error) {
        // Only tracks are looked through long enough to be ended; those that waited before are looked through again with them.
        if (wasCancelled(error)) {
          const waited = useTracks.getState().waiting?.files.map((each) => each.file) ?? []
          set({ cancelled: [...new Set([...get().cancelled, ...waited, ...tracksRead])] })
        }
        if (error instanceof NoTruckSettings || wasCancelled(error)) useTracks.getState().forget()
        if (error instanceof NoTruckSettings) refuse({ code: 'tracks-no-settings', file: 'trucks.json' })
        else if (!wasCancelled(error)) sayFailure(error)
      }
    }
    tracksRead = []
  }

  return {
    ...{ reading: null, lost: null, cancelled: [], refused: [] },
    async bring(files) {
      for (const hand of Object.values(HANDS)) hand.clear()
      set({ lost: null, cancelled: [], refused: [] })
      // Now: a file that is gone when its turn comes has another size.
      const dropped = files.map((file) => ({ file, bytes: file.size }))
      for (const hand of Object.values(HANDS)) await hand.whenKept()
      const others: typeof dropped = []
      for (const [at, each] of dropped.entries())
        try {
          if (!(await isRead(each.file))) others.push(each)
        } catch {
          set({ cancelled: files.slice(at).map(({ name }) => name) })
          break
        }
      if (others.length < files.length) await look()
      if (others.length > 0) {
        const sizes = others.map(({ bytes }) => bytes)
        await useImports.getState().addFiles(
          others.map(({ file }) => file),
          sizes,
        )
      }
    },
    cancel() {
      exportsWorker().cancel().catch(sayFailure)
    },
  }
})

onExportsWorkerStopped(() => {
  const dropped = Object.values(HANDS).map((hand) => hand.dropped())
  if (dropped.includes(true)) useExports.setState(({ lost }) => ({ lost: lost ?? [] }))
})

/** Follows what other windows keep of exports, from now on. */
export function followKept(): void {
  for (const hand of Object.values(HANDS)) hand.followOthers()
}

// What other windows, and an update, must not take away.
let release: (() => void) | null = null
function hold() {
  const desks = [useReadings.getState(), useTracks.getState()]
  if (useExports.getState().reading || desks.some(({ waiting, looking }) => waiting || looking))
    release ??= holdUnsaved('importing')
  else {
    release?.()
    release = null
  }
}
useExports.subscribe(hold)
useReadings.subscribe(hold)
useTracks.subscribe(hold)
