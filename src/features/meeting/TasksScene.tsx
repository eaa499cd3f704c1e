import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { meets } from '@/domain/rules/clause'
import type { DepartmentProblems } from '@/questions/month-problems'
import { useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { dayName } from '@/store/words/day-name'
import wall from './Meeting.module.css'
import { type MeasuredTarget, measuredTargets, measuredText } from './measured-targets'
import { SceneFrame } from './SceneFrame'
import scene from './SceneTable.module.css'
import classes from './TasksScene.module.css'
import { useMonthFacts } from './use-month-facts'

/** So many rows of two lines have room below the headings. */
const MOST_ROWS = 11

/** The rows that are shown, and how many are left out: none where there is one too many for a line that says so. */
function fitting<T>(all: readonly T[], most: number): { readonly shown: readonly T[]; readonly left: number } {
  const shown = all.length > most ? all.slice(0, most - 1) : all
  return { shown, left: all.length - shown.length }
}

/** The plan's numbered targets with what the data says of them, and whose tasks are overdue. */
export function TasksScene() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { plan } = dataset.settings
  const facts = useMonthFacts()
  const targets = measuredTargets(dataset.clauses, facts?.targets ?? [])
  const said = [
    ...(plan ? [inLanguage(plan, i18n.language)] : []),
    ...(facts ? [t('meeting.scenes.asOf', { day: dayName(t, facts.problems.day) })] : []),
  ]
  return (
    <SceneFrame title={t('meeting.scene.tasks')} subtitle={said.join(' · ')}>
      <div className={scene.scene}>
        <div className={classes.tasks}>
          <Targets targets={targets} />
          <Departments departments={facts?.problems.departments ?? []} />
        </div>
      </div>
    </SceneFrame>
  )
}

function Targets({ targets }: { readonly targets: readonly MeasuredTarget[] }) {
  const { t, i18n } = useTranslation()
  const { word } = useDataWords()
  const { shown, left } = fitting(targets, MOST_ROWS)
  return (
    <table className={classes.rows}>
      <colgroup>
        <col className={classes.clause} />
        <col />
        <col className={classes.aim} />
        <col className={classes.now} />
        <col className={classes.verdict} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('meeting.clause')}</th>
          <th scope="col">{t('meeting.target')}</th>
          <th scope="col">{t('meeting.aim')}</th>
          <th scope="col">{t('meeting.now')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {shown.map((target) => {
          const { clause, what, comparison, value, unit, measured } = target
          const isMet = meets(target, measured.value)
          const words = inLanguage(what, i18n.language)
          return (
            <tr key={`${clause} ${what.zh}`} data-met={isMet}>
              <td>{clause}</td>
              <th scope="row">
                <span title={words}>{words}</span>
              </th>
              <td>{`${comparison} ${value} ${word(unit)}`}</td>
              <td className={wall.value}>{measuredText(target)}</td>
              <td>{t(isMet ? 'meeting.scenes.met' : 'meeting.scenes.notMet')}</td>
            </tr>
          )
        })}
        {left > 0 && (
          <tr>
            <td colSpan={5}>{t('meeting.scenes.moreItems', { count: left })}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function Departments({ departments }: { readonly departments: readonly DepartmentProblems[] }) {
  const { t } = useTranslation()
  const { word } = useDataWords()
  const { shown, left } = fitting(departments, MOST_ROWS)
  return (
    <table className={classes.rows}>
      <colgroup>
        <col />
        <col className={classes.count} />
        <col className={classes.count} />
        <col className={classes.count} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('meeting.lead')}</th>
          <th scope="col">{t('status.overdue')}</th>
          <th scope="col">{t('status.failing')}</th>
          <th scope="col">{t('meeting.joint')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ name, lead, joint }) => {
          const words = name === '' ? t('meeting.nobody') : word(name)
          return (
            <tr key={name} data-overdue={lead.overdue > 0}>
              <th scope="row">
                <span title={words}>{words}</span>
              </th>
              <td className={wall.value}>{lead.overdue}</td>
              <td>{lead.failing}</td>
              <td>{joint.overdue + joint.failing}</td>
            </tr>
          )
        })}
        {left > 0 && (
          <tr>
            <td colSpan={4}>{t('meeting.scenes.moreDepartments', { count: left })}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
