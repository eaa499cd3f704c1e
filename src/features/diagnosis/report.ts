import type { TFunction } from 'i18next'
import { version } from '#package'
import { localMinute } from '@/domain/calendar'
import type { Incident } from '@/store/device/incidents'
import { CHECK_IDS, type CheckId } from './checks'
import type { CheckResult } from './checks/check'

/** A time in China's time zone. */
export const timeOf = (at: number) => localMinute(new Date(at).toISOString())

/** Relevant facts on this browser and machine. */
export interface Surroundings {
  readonly at: number
  readonly agent: string
  readonly processors: number
  readonly language: string
  readonly screen: string
  /** Gigabytes, rounded down and at most 8; null if the browser does not tell. */
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

/**
 * Questions of the page by what the user was doing; the first pattern that matches counts. Stored incidents also have
 * names from earlier versions: papers, board, table.
 */
const ACTIONS = [
  ['open', /^(open|pack|take|reopen)/],
  ['find', /^(search|find|place(TowardsRing)?$|nearest)/],
  ['trucks', /^(truck|tracks|reevaluateTracks|unlisted|currentUnlisted|countHauls)/],
  ['monitors', /^(monitor|exceedance|lastReports|knownMonitors|countReadings|calledExceedances)/],
  ['table', /^(table|column|storedCell|export|handover|template|writeTemplate)/],
  ['paper', /^(papers|meetingPapers|official|rounds|paper)/],
  ['import', /^(read|reread|release|recognise|import|judge|keep|merge|publish)/],
  [
    'card',
    /^(record|history|surroundings|county|wording|upwind|sourceRecord|sourceHistory|pointSurroundings|planWording)/,
  ],
  ['filter', /^(shown|filter|show|evaluate|grades|look|board|coverage|inspectionCoverage|scene|sourceScene|pinned)/],
] as const

const actionOf = (question: string) => ACTIONS.find(([, names]) => names.test(question))?.[0] ?? 'other'

/** An incident on one line: time, what happened, error name, duration, places in the code. */
export const incidentLine = (t: TFunction<'texts'>, { at, what, name, ms, places }: Incident): string =>
  [
    timeOf(at),
    t(`diagnosis.incident.${what}`),
    // For a slow answer the name is that of a worker question: say the user's action too, and keep the name for support.
    what === 'slow-answer' ? t('diagnosis.asked', { what: t(`diagnosis.question.${actionOf(name)}`), name }) : name,
    ...(ms === undefined ? [] : [t('diagnosis.seconds', { seconds: Math.round(ms / 100) / 10 })]),
    ...places,
  ].join('  ')

/** The saved report as plain text. It contains no data of the office: no names, addresses or file contents. */
export function reportText(
  t: TFunction<'texts'>,
  found: ReadonlyMap<CheckId, CheckResult>,
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
