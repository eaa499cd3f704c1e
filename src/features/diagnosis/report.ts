import type { TFunction } from 'i18next'
import { version } from '#package'
import { localMinute } from '@/domain/calendar'
import type { Incident } from '@/store/device/incidents'
import { CHECK_IDS, type CheckId } from './checks'
import type { Checked } from './checks/check'

/** A time as it is read in China. */
export const timeOf = (at: number) => localMinute(new Date(at).toISOString())

/** What this browser and machine are, as far as it matters. */
export interface Surroundings {
  readonly at: number
  readonly agent: string
  readonly processors: number
  readonly language: string
  readonly screen: string
  /** Null where the browser does not say: gigabytes, rounded down and never over 8. */
  readonly memory: number | null
}

export function surroundings(): Surroundings {
  const { userAgent, hardwareConcurrency, language } = navigator
  const { deviceMemory = null } = navigator as Navigator & { deviceMemory?: number }
  return {
    at: Date.now(),
    agent: userAgent,
    processors: hardwareConcurrency,
    language,
    screen: `${innerWidth}×${innerHeight} @${devicePixelRatio}`,
    memory: deviceMemory,
  }
}

/** By which the questions of the page are told apart in the words of a person; the first that fits. */
const ACTIONS = [
  ['open', /^(open|pack|take|reopen)/],
  ['find', /^(search|find|place$|nearest)/],
  ['trucks', /^(truck|tracks|unlisted|countHauls)/],
  ['monitors', /^(monitor|exceedance|lastReports|knownMonitors|countReadings|calledExceedances)/],
  ['table', /^(table|column|storedCell|export|handover|template)/],
  ['paper', /^(papers|official|rounds|scene|pinned|paper)/],
  ['import', /^(read|recognise|import|judge|keep|merge|publish)/],
  ['card', /^(record|history|surroundings|county|wording|upwind)/],
  ['filter', /^(shown|filter|show|evaluate|grades|look|board|coverage)/],
] as const

const actionOf = (question: string) => ACTIONS.find(([, names]) => names.test(question))?.[0] ?? 'other'

/** An incident in a line: when, what, its name, how long, where in the code. */
export const incidentLine = (t: TFunction<'texts'>, { at, what, name, ms, places }: Incident): string =>
  [
    timeOf(at),
    t(`diagnosis.incident.${what}`),
    // Of a late answer the name is that of a question: what a person did then, and its name for whoever helps.
    what === 'slow-answer' ? t('diagnosis.asked', { what: t(`diagnosis.question.${actionOf(name)}`), name }) : name,
    ...(ms === undefined ? [] : [t('diagnosis.seconds', { seconds: Math.round(ms / 100) / 10 })]),
    ...places,
  ].join('  ')

/**
 * What is saved for whoever helps, in plain lines. It has nothing of the office's data: no names, no addresses, no contents of files.
 */
export function reportText(
  t: TFunction<'texts'>,
  found: ReadonlyMap<CheckId, Checked>,
  incidents: readonly Incident[],
  { at, agent, processors, memory, language, screen }: Surroundings,
): string {
  return [
    t('diagnosis.report.title', { version, at: timeOf(at) }),
    `${agent}`,
    t('diagnosis.report.machine', { processors, memory: memory ?? '?', screen, language }),
    '',
    ...CHECK_IDS.flatMap((id) => {
      const checked = found.get(id)
      return checked
        ? [`${t(`diagnosis.standing.${checked.standing}`)}  ${t(`diagnosis.title.${id}`)}  ${checked.says(t)}`]
        : []
    }),
    '',
    t('diagnosis.incidents', { count: incidents.length }),
    ...incidents.map((incident) => incidentLine(t, incident)),
    '',
  ].join('\n')
}
