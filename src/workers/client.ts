import type { Remote } from 'comlink'
import { NOTHING_OPEN } from '@/workspace/nothing-open'
import type { DatasetApi } from './dataset.main'
import { datasetThread } from './dataset-thread'
import { LiveWorker, WorkerStopped } from './live-worker'

const live = new LiveWorker<DatasetApi>(datasetThread)

/** Questions that change nothing: they are asked again of the worker that comes after one that died. */
const ASKED_AGAIN: ReadonlySet<PropertyKey> = new Set<keyof DatasetApi>([
  'aroundSurface',
  'basemap',
  'board',
  'caseOpeningOf',
  'caseEffect',
  'caseProposals',
  'exceedanceOpening',
  'exceedances',
  'check',
  'clauseBases',
  'columnFacts',
  'columnTexts',
  'county',
  'coverage',
  'calledExceedances',
  'calledOf',
  'dutiesOf',
  'export',
  'exportFiles',
  'exportRows',
  'find',
  'grades',
  'handMarks',
  'handover',
  'handoverWorkbook',
  'history',
  'judgedByMadeUp',
  'knownMonitors',
  'lookLegend',
  'monitors',
  'monitorFindings',
  'monitorRose',
  'monitorsBesideDustfall',
  'monitorDays',
  'monitorsOfCard',
  'lastReports',
  'monitorHours',
  'monitorSeries',
  'nearest',
  'nearestPoint',
  'officialFile',
  'shownBox',
  'pack',
  'papers',
  'pinned',
  'pinnedScene',
  'place',
  'placeOutlines',
  'placeRivers',
  'readOutlines',
  'readRivers',
  'record',
  'ringSurface',
  'rounds',
  'rulesFile',
  'rulesSinceBefore',
  'scene',
  'search',
  'searchConditions',
  'searchNames',
  'searchRequirements',
  'shownPlace',
  'shownRows',
  'storedCell',
  'surroundings',
  'table',
  'tablePlace',
  'tableRows',
  'targets',
  'tasksKept',
  'template',
  'tracksBase',
  'truckBreaches',
  'truckCard',
  'truckDay',
  'trucks',
  'truckStops',
  'tryRule',
  'unlistedNow',
  'upwind',
  'visitPlaces',
  'warningLines',
  'warningOverview',
  'wording',
  'worsened',
  'yearEnd',
])

/** Settles once the package is open again, however many workers die on the way to it; or once that is given up. */
let reopening: { readonly done: Promise<void>; tell(): void; giveUp(): void } | null = null
live.onStopped(() => {
  if (reopening) return
  let tell = () => {}
  let giveUp = () => {}
  const done = new Promise<void>((resolve, reject) => {
    tell = resolve
    giveUp = () => reject(new WorkerStopped())
  })
  // Perhaps nobody waits for it.
  done.catch(() => undefined)
  reopening = { done, tell, giveUp }
})

const asked = new Proxy(live.api, {
  get(target, name) {
    const question = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>
    if (!ASKED_AGAIN.has(name)) return question
    return async (...args: unknown[]) => {
      for (;;) {
        try {
          return await question(...args)
        } catch (error) {
          // A worker that has just been started answers before its package is open.
          const early = reopening !== null && error instanceof Error && error.name === NOTHING_OPEN
          if (!early && !(error instanceof WorkerStopped)) throw error
          await reopening?.done
        }
      }
    }
  },
})

/** The one worker that holds the package; started at the first call, and anew where it has died. */
export const datasetWorker = (): Remote<DatasetApi> => asked

/** Calls after the worker has died: the next that is asked starts another, which has no package open yet. */
export const onDatasetWorkerStopped = (listener: () => void) => live.onStopped(listener)

/** Calls after each answer of the worker with its question's name and the milliseconds that it took. */
export const onDatasetAnswered = (hearer: (question: string, ms: number) => void) => live.onAnswered(hearer)

/** Says that the package is open again: what was asked of the worker that died may be asked of this one. */
export function datasetReopened(): void {
  reopening?.tell()
  reopening = null
}

/** Says that the package is not opened again: what was asked of the worker that died ends in `WorkerStopped`. */
export function datasetGivenUp(): void {
  reopening?.giveUp()
  reopening = null
}

/** Nobody waits longer than this for answers to others. */
const MOST_WAIT_MS = 500

const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))

/**
 * Answers once the page shows what it has asked for. Drawing the map anew keeps the page from everything else for as long as
 * the graphics card, or the processor in its place, needs: a panel must not wait for it.
 */
export async function whenAnswered(): Promise<void> {
  const until = performance.now() + MOST_WAIT_MS
  do await painted()
  while (live.waiting > 0 && performance.now() < until)
}
