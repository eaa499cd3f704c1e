import type { TFunction } from 'i18next'
import { officialText } from '@/domain/bulletin/official'
import type { MonthProblems } from '@/questions/month/month-problems'
import type { Opened } from '@/store/chentu'
import { dayName } from '@/store/words/day-name'
import { byEvidenceText } from '@/store/words/measured'
import { judgedProblems } from './task-facts'

const MAX_DEMANDS = 8

type Texts = TFunction<'texts'>
type Plan = Pick<Opened['dataset'], 'clauses' | 'rules' | 'settings' | 'monitoring'>

/** The clauses with overdue problems, most problems first; the demands name the first and count the others. */
export function overdueClauses(plan: Pick<Plan, 'clauses' | 'rules' | 'settings'>, found: MonthProblems) {
  const { clauses: problems } = judgedProblems(plan, found)
  return plan.clauses
    .flatMap(({ number, gist }) => {
      const found = problems.find(({ clause }) => clause === number)
      return found && found.overdue > 0 ? [{ gist, ...found }] : []
    })
    .sort((a, b) => b.overdue - a.overdue)
}

/** One sentence per demanded clause: what its lead departments must do. A last one counts what is not listed. */
export function departmentDemands(plan: Plan, found: MonthProblems, t: Texts): string[] {
  const { settings } = plan
  const { day } = found
  const nameOf = (name: string) => name || t('meeting.nobody')
  const all = overdueClauses(plan, found)
  const left = all.slice(MAX_DEMANDS)
  const rest = left.reduce((sum, { overdue }) => sum + overdue, 0)
  const demands = all.slice(0, MAX_DEMANDS).map(({ clause, gist, overdue, readings, leads, joint }, i) => {
    const [first] = leads
    const isOne = leads.length === 1 && first!.name !== ''
    const counted = leads.map(({ name, overdue: count }) => t('figures.leadOverdue', { name: nameOf(name), count }))
    return t(isOne ? 'meeting.docx.demand' : 'figures.demandShared', {
      // The first sentence names the plan in full, the others use its short name.
      plan: i === 0 ? planInFull(settings, t) : t('meeting.docx.plan'),
      clause,
      gist: officialText(gist.zh.replace(/[。；]?$/, '。')),
      lead: first?.name,
      leads: counted.join(t('meeting.comma')),
      joint: joint.length === 0 ? '' : t('figures.jointly', { names: joint.join(t('meeting.comma')) }),
      day: dayName(t, day),
      count: overdue,
      readings: readings
        ? t('figures.ofReadings', {
            count: readings.overdue,
            by: byEvidenceText(t, { by: 'readings', dataClass: readings.dataClass }),
          })
        : '',
    })
  })
  return rest === 0 ? demands : [...demands, t('figures.demandRest', { count: rest, clauses: left.length })]
}

function planInFull({ plan }: Plan['settings'], t: Texts): string {
  if (!plan) return t('meeting.docx.plan')
  return t('meeting.docx.planInFull', { name: plan.zh, number: plan.number })
}
