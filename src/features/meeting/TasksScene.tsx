import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { countyName } from '@/domain/sources/county'
import { countText } from '@/i18n/counted'
import type { DepartmentProblems } from '@/questions/month/month-problems'
import { underPlanOfDay } from '@/questions/plan-on'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { dayName } from '@/store/words/day-name'
import { planAtThatTimeText } from '@/store/words/earlier-plan-text'
import { coverageText, extremeText, measuredScope, measuredText } from '@/store/words/measured-text'
import { fitRows } from './fit-rows'
import { tasksRemainder } from './headlines'
import wall from './Meeting.module.css'
import { SceneFrame } from './SceneFrame'
import scene from './SceneTable.module.css'
import { shortOffice } from './short-office'
import { TasksBefore } from './TasksBefore'
import columns from './TasksColumns.module.css'
import classes from './TasksScene.module.css'
import { missedFirst, type StandingTarget, taskFacts } from './task-facts'
import { useMonthFacts } from './use-month-facts'

/** Most two-line rows that fit below the headings, including a last line. */
const MAX_ROWS = 11
/** Longer units are placed below their number. */
const MAX_UNIT = 3

/** The plan's numbered targets with what the data shows, and which departments have overdue tasks. */
export function TasksScene() {
  const { t, i18n } = useTranslation()
  const opened = useOpened()
  const facts = useMonthFacts()
  // For a month before the plan, targets and requirements come from the plan in force then.
  const dataset = facts ? underPlanOfDay(opened.dataset, facts.problems.day) : opened.dataset
  const isOfBefore = dataset !== opened.dataset
  const kept = useAnswer(async (worker) => (isOfBefore ? worker.countKeptTasks() : null), isOfBefore)
  const { plan, year } = dataset.settings
  const stands = facts && taskFacts(dataset, facts.targets, facts.problems)
  const departments = facts?.problems.departments ?? []
  const said = [
    ...(plan ? [inLanguage(plan, i18n.language)] : isOfBefore ? [t('plan.earlier', { year: String(year) })] : []),
    ...(facts ? [t('meeting.scenes.asOf', { day: dayName(t, facts.problems.day) })] : []),
    ...(isOfBefore ? [planAtThatTimeText(t, kept)] : []),
  ]
  return (
    <SceneFrame
      title={t('meeting.scene.tasks')}
      subtitle={said.join(' · ')}
      notes={stands && <span>{tasksRemainder({ t }, stands)}</span>}
    >
      <div className={scene.scene}>
        <div className={classes.tasks}>
          {stands?.notJudgedUntil === null && stands.targets.length > 0 && <Targets targets={stands.targets} />}
          {stands?.notJudgedUntil === null && departments.length > 0 && (
            <Departments departments={departments} past={stands.pastUnknown > 0} />
          )}
          {facts && stands && stands.notJudgedUntil !== null && (
            <TasksBefore day={facts.problems.day} until={stands.notJudgedUntil} />
          )}
        </div>
      </div>
    </SceneFrame>
  )
}

/** A number aligned at its decimal point with those above and below it. */
function Measure({ text }: { readonly text: string }) {
  const at = text.indexOf('.')
  const whole = at < 0 ? text : text.slice(0, at)
  return (
    <>
      {whole}
      <span className={classes.part}>{text.slice(whole.length)}</span>
    </>
  )
}

function Targets({ targets }: { readonly targets: readonly StandingTarget[] }) {
  const { t, i18n } = useTranslation()
  const { word } = useDataWords()
  const { dataset } = useOpened()
  const known = missedFirst(targets).flatMap(({ measured, ...target }) => (measured ? [{ ...target, measured }] : []))
  const { shown, left } = fitRows(known, MAX_ROWS)
  const noData = targets.length - known.length
  const more = [
    ...(left > 0 ? [t('figures.moreTargets', { count: left })] : []),
    ...(noData > 0 ? [t('figures.moreNoData', { count: noData })] : []),
  ]
  const nameOf = (code: string) => countyName(dataset, code, i18n.language)
  return (
    <table className={classes.rows}>
      <colgroup>
        <col className={columns.clause} />
        <col />
        <col className={columns.aim} />
        <col className={columns.now} />
        <col className={columns.of} />
        <col className={columns.verdict} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('meeting.clause')}</th>
          <th scope="col">{t('meeting.target')}</th>
          <th scope="col">{t('meeting.aim')}</th>
          <th scope="col">{t('meeting.now')}</th>
          <th scope="col">{t('figures.of')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {shown.map((target) => {
          const { clause, what, comparison, value, unit, measured, standing } = target
          const words = inLanguage(what, i18n.language)
          return (
            <tr key={`${clause} ${what.zh}`} data-standing={standing}>
              <td>{clause}</td>
              <th scope="row">
                <span title={words}>{words}</span>
              </th>
              <td>
                <span className={classes.aimed} data-long={word(unit).length > MAX_UNIT || undefined}>
                  <span>{`${comparison} ${value}`}</span> <span className={classes.unit}>{word(unit)}</span>
                </span>
              </td>
              <td className={wall.value}>
                <Measure text={measuredText(target, measured)} />
                <small className={classes.extreme}>{extremeText(t, target, measured)}</small>
              </td>
              <td>
                <span className={classes.basis}>{measuredScope(t, target, measured, nameOf)}</span>
              </td>
              <td className={classes.said}>
                {t(`figures.standing.${standing}`)}
                {/* "Partly met" already says how much data the figure covers. */}
                {standing === 'partlyMet' ? (
                  ` ${measured.known}/${measured.of}`
                ) : (
                  <small>{coverageText(t, measured)}</small>
                )}
              </td>
            </tr>
          )
        })}
        {more.length > 0 && (
          <tr>
            <td colSpan={6}>{more.join(t('meeting.comma'))}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

interface DepartmentsProps {
  readonly departments: readonly DepartmentProblems[]
  /** Whether any item is past its deadline with nothing known; that count then replaces the joint column. */
  readonly past: boolean
}

function Departments({ departments, past }: DepartmentsProps) {
  const { t } = useTranslation()
  const { word } = useDataWords()
  const { shown, left } = fitRows(departments, MAX_ROWS)
  return (
    <table className={classes.rows}>
      <colgroup>
        <col />
        <col className={columns.count} />
        <col className={columns.count} />
        <col className={columns.joint} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('figures.lead')}</th>
          <th scope="col">{t('figures.items', { what: t('status.overdue') })}</th>
          <th scope="col">{t('figures.items', { what: t('status.failing') })}</th>
          {past ? (
            <th scope="col" className={classes.past}>
              {t('meeting.wall.pastHeading')}
            </th>
          ) : (
            <th scope="col">{t('figures.items', { what: t('meeting.joint') })}</th>
          )}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ name, lead, joint, pastUnknown }) => {
          const words = name === '' ? t('meeting.nobody') : word(name)
          return (
            <tr key={name} data-overdue={lead.overdue > 0}>
              <th scope="row">
                <span title={words}>{shortOffice(words)}</span>
              </th>
              <td className={wall.value}>{countText(lead.overdue)}</td>
              <td>{countText(lead.failing)}</td>
              <td>{countText(past ? pastUnknown : joint.overdue + joint.failing)}</td>
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
