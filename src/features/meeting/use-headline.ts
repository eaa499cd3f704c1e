import { useTranslation } from 'react-i18next'
import { judgementDay } from '@/domain/meeting/meeting-day'
import { countyName } from '@/domain/sources/county'
import { underPlanOfDay } from '@/questions/plan-on'
import { useOpened, useReport } from '@/store/chentu'
import { useToday } from '@/store/device/today'
import type { SceneItem } from '@/store/meeting/agenda'
import { casesHeadline } from './case-facts'
import { decisionsHeadline } from './decisions-headline'
import {
  countyHeadline,
  type Headline,
  mapHeadline,
  moversHeadline,
  raceHeadline,
  rankingHeadline,
  tasksHeadline,
  yearHeadline,
} from './headlines'
import type { Step } from './steps'
import { taskFacts } from './task-facts'
import { useCaseFigures } from './use-case-figures'
import { useFocusedCounty } from './use-focused-county'
import { useMonthFacts } from './use-month-facts'
import { useReports } from './use-reports'
import { useCalledWarning } from './use-warning'
import { warningHeadline, warningOfStep } from './warning-facts'

const OF_REPORT = {
  ranking: rankingHeadline,
  map: mapHeadline,
  year: yearHeadline,
  race: raceHeadline,
  movers: moversHeadline,
}

/** The finding of a scene, or of one of its steps, in the shown month, computed from the data; null if there is none. */
export function useFoundHeadline({ scene }: SceneItem, step: Step = 'all'): Headline | null {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const reports = useReports()
  const county = useFocusedCounty()
  const today = useToday()
  const facts = useMonthFacts(report, scene === 'tasks')
  const called = useCalledWarning(report, scene === 'warnings')
  const cases = useCaseFigures()
  if (!report) return null
  if (scene === 'warnings') return called && { over: '', rest: warningHeadline(t, warningOfStep(called, step)) }
  if (scene === 'cases') return { over: '', rest: casesHeadline(t, cases) }
  if (scene === 'decisions') {
    const { meeting } = dataset.settings
    const day = judgementDay(meeting, report.month, today)
    return { over: '', rest: decisionsHeadline(t, meeting?.decisions ?? [], report.month, day) }
  }
  if (scene === 'tasks') {
    return (
      facts &&
      tasksHeadline({ t }, taskFacts(underPlanOfDay(dataset, facts.problems.day), facts.targets, facts.problems))
    )
  }
  const nameOf = (code: string) => countyName(dataset, code, i18n.language)
  const ground = { t, report, reports, nameOf }
  if (scene === 'county') return county === null ? null : countyHeadline(ground, county)
  return scene in OF_REPORT ? OF_REPORT[scene as keyof typeof OF_REPORT](ground) : null
}

/** An item's headline: the agenda's own for this month, else the computed finding. */
export function useHeadline(item: SceneItem, step?: Step): Headline | null {
  const found = useFoundHeadline(item, step)
  const month = useReport()?.month ?? ''
  const own = item.headlines?.[month]
  return own ? { over: '', rest: own } : found
}
