import type { Remote } from 'comlink'
import { NOTHING_OPEN } from '@/workspace/nothing-open'
import type { DatasetApi } from './dataset.main'
import { datasetThread } from './dataset-thread'
import { LiveWorker, WorkerStopped } from './live-worker'
import { nextMessage } from './next-message'

const live = new LiveWorker<DatasetApi>(datasetThread)

/** Questions that change nothing. They are repeated when a worker has died and a new one has opened the package. */
const ASKED_AGAIN: ReadonlySet<PropertyKey> = new Set<keyof DatasetApi>([
  'aroundSurface',
  'basemapOfPackage',
  'boardEntries',
  'calledExceedances',
  'caseEffect',
  'caseOpeningOf',
  'caseProposals',
  'checkPackage',
  'clauseBases',
  'columnFacts',
  'columnTexts',
  'countKeptTasks',
  'countyStory',
  'currentUnlistedPlaces',
  'dutiesOf',
  'exceedanceOpening',
  'exceedances',
  'exportFile',
  'drawnCounts',
  'exportFiles',
  'exportRows',
  'findSource',
  'handMarks',
  'handoverSheets',
  'handoverWorkbook',
  'inspectionCoverage',
  'judgedByMadeUp',
  'knownMonitors',
  'lastReports',
  'likelySources',
  'listedRows',
  'lookLegend',
  'meetingFigures',
  'meetingPapersFile',
  'monitorDays',
  'monitorFindings',
  'monitorHours',
  'monitorRose',
  'monitorSeries',
  'monitors',
  'monitorsBesideDustfall',
  'monitorsByCode',
  'monitorsOfCard',
  'nearestKinds',
  'nearestPoint',
  'nearestSources',
  'numberSpreads',
  'officialFile',
  'onlineByCounty',
  'packWorkspace',
  'pinnedCounts',
  'pinnedScene',
  'pinnedView',
  'placeOutlines',
  'placeRivers',
  'placeTowardsRing',
  'planWording',
  'pointSurroundings',
  'readOutlines',
  'readRivers',
  'ringSurface',
  'roundsOfPackage',
  'rulesFile',
  'rulesSinceBefore',
  'searchConditions',
  'searchNames',
  'searchRequirements',
  'searchSources',
  'sharesByMadeUp',
  'shownBox',
  'shownGrades',
  'shownPlace',
  'shownRows',
  'sourceHistory',
  'sourceRecord',
  'sourceScene',
  'storedCell',
  'storedTables',
  'tableOutline',
  'tablePlace',
  'tableRows',
  'targetValues',
  'tracksBase',
  'truckBreaches',
  'truckCard',
  'truckDay',
  'truckStops',
  'trucks',
  'tryRule',
  'upwindSources',
  'visitPlaces',
  'warningDutiesOf',
  'warningLines',
  'warningOverview',
  'worsenedPoints',
  'writeTemplate',
  'yearEndReport',
])

/** Resolves once the package is open again, however many workers die in the meantime; rejects if that is given up. */
let reopening: { readonly done: Promise<void>; tell(): void; giveUp(): void } | null = null
live.onStopped(() => {
  if (reopening) return
  let tell = () => {}
  let giveUp = () => {}
  const done = new Promise<void>((resolve, reject) => {
    tell = resolve
    giveUp = () => reject(new WorkerStopped())
  })
  // Perhaps nothing awaits it.
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
          // A new worker answers before its package is open.
          const early = reopening !== null && error instanceof Error && error.name === NOTHING_OPEN
          if (!early && !(error instanceof WorkerStopped)) throw error
          await reopening?.done
        }
      }
    }
  },
})

/** The one worker that holds the package; started at the first call, and again after it has died. */
export const datasetWorker = (): Remote<DatasetApi> => asked

/** Calls back when the worker has died. The next question starts a new one, in which no package is open yet. */
export const onDatasetWorkerStopped = (listener: () => void) => live.onStopped(listener)

/** Calls back after each answer of the worker, with the question's name and the milliseconds it took. */
export const onDatasetAnswered = (hearer: (question: string, ms: number) => void) => live.onAnswered(hearer)

/** Reports that the package is open again: questions to the dead worker are repeated. */
export function datasetReopened(): void {
  reopening?.tell()
  reopening = null
}

/** Reports that the package will not be opened again: questions to the dead worker reject with `WorkerStopped`. */
export function datasetGivenUp(): void {
  reopening?.giveUp()
  reopening = null
}

/** Longest wait for answers to other questions. */
const MAX_WAIT_MS = 500

const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))

/**
 * Resolves once the page shows what it has requested. Redrawing the map blocks the page for as long as the graphics
 * card, or the processor in its place, needs: a panel must not wait for it.
 */
export async function whenAnswered(): Promise<void> {
  const until = performance.now() + MAX_WAIT_MS
  do await painted()
  while (live.waiting > 0 && performance.now() < until)
}

/** Resolves once the map has drawn what it last asked for, if it is waiting for sources. */
export async function whenMapDrawn(): Promise<void> {
  await live.settled('sourceScene')
  // The answer is handed on by promises, which all run before the next message.
  await nextMessage()
}
