import { proxy } from 'comlink'
import { create } from 'zustand'
import type { ExportHints } from '@/domain/monitoring/export-form'
import type { HourRule } from '@/domain/monitoring/hours'
import type { Problem } from '@/domain/problem'
import type { ExportProgress } from '@/io/formats/export-table'
import type { ExportKind, MissingExportColumn } from '@/io/readings/missing-export-columns'
import { isTooManyPositions } from '@/io/tracks/too-many-positions'
import { useImports } from '@/store/imports'
import { failureOf, reportFailure } from '@/store/page/failure'
import { packageHour, readingsHand, useReadings } from '@/store/readings'
import { holdUnsaved } from '@/store/steps/unsaved'
import { NoTruckSettings, tracksHand, useTracks } from '@/store/tracks'
import { WorkerStopped } from '@/workers/live-worker'
import { type DeskIntake, wasCancelled } from './export-desk'
import { exportsWorker, onExportsWorkerStopped } from './exports-worker'

const HANDS = { readings: readingsHand, tracks: tracksHand }

interface ExportsState {
  readonly reading: {
    readonly file: Pick<File, 'name' | 'size'>
    readonly progress: ExportProgress | null
  } | null
  /** Files whose reading stopped the worker, which lost what it had read before; null if nothing is lost. */
  readonly lost: readonly string[] | null
  /** Files that were not read, since the user cancelled. */
  readonly cancelled: readonly string[]
  readonly refused: readonly Problem[]
  /** Brings in files: exports of monitors and trucks are read here, all others go to the import list. */
  bring(files: readonly File[]): Promise<void>
  /** Reads a waiting file of readings again, with the user's statements about it. */
  rereadReadings(id: number, file: string, said: ExportHints): Promise<void>
  /** Takes times as begins or ends in all waiting files of readings with the headings of this key. */
  sayStamp(key: string, stamp: HourRule['stamp'], file: string): Promise<void>
  /** Passes a file that does not contain readings to the import list. */
  notReadings(id: number, file: string): Promise<void>
  /**
   * Reads a file as the sort of export that the user states. Returns the columns it lacks, an empty list if it was
   * read, and null if it was not, with the reason in `lost`, `cancelled` or `refused`.
   */
  readAs(file: File, sort: ExportKind, header: ExportHints['header']): Promise<readonly MissingExportColumn[] | null>
  /** Cancels reading, reviewing or storing. */
  cancel(): void
}

/** Files that cannot be exports of devices, by file name; they need not be inspected. */
const OTHERS = /\.(?:zip|json|geojson|kml|kmz|gpx|docx?|shp|dbf|pmtiles|ctb|png|jpe?g|pdf)$/i

/** Exports of monitors and trucks being read, until their desks have them. */
export const useExports = create<ExportsState>()((set, get) => {
  const refuse = (problem: Problem) => set({ refused: [...get().refused, problem] })

  /** Clears the reports on earlier files. */
  function clear(): void {
    for (const hand of Object.values(HANDS)) hand.clear()
    set({ lost: null, cancelled: [], refused: [] })
  }

  /** Lets the worker read a file, and reports progress. */
  async function read<T>(
    file: Pick<File, 'name' | 'size'>,
    ask: (say: (progress: ExportProgress) => void) => Promise<T>,
  ): Promise<T> {
    set({ reading: { file, progress: null } })
    try {
      const say = (progress: ExportProgress) => {
        if (get().reading?.file === file) set({ reading: { file, progress } })
      }
      return await ask(proxy(say))
    } finally {
      set({ reading: null })
    }
  }

  /** Reports why a file cannot be read by any reader; returns whether that is the case. */
  function isSaid(error: unknown, file: File): boolean {
    if (error instanceof WorkerStopped && error.hadSpoken) set({ lost: [...(get().lost ?? []), file.name] })
    else if (isTooManyPositions(error)) refuse({ code: 'tracks-too-many', file: file.name })
    else return false
    return true
  }

  /** Whether a file is finished here: it was read, or it stopped the worker, as it would stop the next reader. */
  async function isRead(file: File): Promise<boolean> {
    if (OTHERS.test(file.name)) return false
    try {
      const sort = await read(file, (say) => exportsWorker().read(file, packageHour(), say))
      if (sort) HANDS[sort].hold(file.name)
      return sort !== null
    } catch (error) {
      if (wasCancelled(error)) throw error
      // Other faults are reported by the next reader.
      return isSaid(error, file)
    }
  }

  async function lookAt(hand: DeskIntake): Promise<void> {
    try {
      await hand.look()
    } catch (error) {
      // Files waiting from before are reviewed together with the new ones, so they are cancelled together.
      if (wasCancelled(error)) set({ cancelled: [...get().cancelled, ...hand.giveUp()] })
      else if (error instanceof NoTruckSettings) {
        hand.giveUp()
        refuse({ code: 'tracks-no-settings', file: 'trucks.json' })
      } else reportFailure(error)
    }
  }
  const look = async () => {
    for (const hand of Object.values(HANDS)) await lookAt(hand)
  }
  for (const hand of Object.values(HANDS)) hand.onFilesLeft(() => lookAt(hand))

  return {
    ...{ reading: null, lost: null, cancelled: [], refused: [] },
    async bring(files) {
      clear()
      // Taken now: a file that has vanished when its turn comes has another size.
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
    async rereadReadings(id, name, said) {
      try {
        await read({ name, size: 0 }, (say) => exportsWorker().rereadReadings(id, said, say))
        await look()
      } catch (error) {
        if (!(error instanceof WorkerStopped) && !wasCancelled(error)) reportFailure(error)
      }
    },
    async sayStamp(key, stamp, name) {
      set({ refused: [] })
      try {
        await read({ name, size: 0 }, (say) => exportsWorker().sayStamp(key, stamp, say))
        await look()
      } catch (error) {
        if (!(error instanceof WorkerStopped) && !wasCancelled(error)) refuse(failureOf(error, name))
      }
    },
    async notReadings(id, name) {
      try {
        const file = await read({ name, size: 0 }, async () => {
          const taken = await exportsWorker().releaseReadingsFile(id)
          // What is no longer waiting must not block closing the page, nor count as lost with the worker.
          if (taken.left > 0) await look()
          else useReadings.getState().forget()
          return taken.file
        })
        if (file) await useImports.getState().addFiles([file])
      } catch (error) {
        if (!(error instanceof WorkerStopped)) reportFailure(error)
      }
    },
    async readAs(file, sort, header) {
      clear()
      await HANDS[sort].whenKept()
      let lacking: readonly MissingExportColumn[]
      try {
        lacking = await read(file, (say) => exportsWorker().readAs(file, sort, header, packageHour(), say))
      } catch (error) {
        if (wasCancelled(error)) set({ cancelled: [file.name] })
        else if (!isSaid(error, file)) throw error
        return null
      }
      if (lacking.length > 0) return lacking
      HANDS[sort].hold(file.name)
      await look()
      return []
    },
    cancel() {
      exportsWorker().cancel().catch(reportFailure)
    },
  }
})

onExportsWorkerStopped(() => {
  const dropped = Object.values(HANDS).map((hand) => hand.dropped())
  if (dropped.includes(true)) useExports.setState(({ lost }) => ({ lost: lost ?? [] }))
})

/** From now on, follows what other windows store of exports. */
export function followKept(): void {
  for (const hand of Object.values(HANDS)) hand.followOthers()
}

// Must not be lost through other windows or an update.
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
