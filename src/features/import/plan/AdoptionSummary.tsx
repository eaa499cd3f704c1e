import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { asOfUnderPlan } from '@/domain/calendar'
import { placeOfRow, ROW_LEFT_OUT } from '@/domain/plan/draft-rows'
import { namedTasks, taskKindOf } from '@/domain/plan/named-tasks'
import type { Clause } from '@/domain/rules/clause'
import { useOpened } from '@/store/chentu'
import { usePlanDesk } from '@/store/plan'
import { carriedRulesOf, continuedUnreadRules, continuingRules, endingRules } from '@/store/plan/carrying'
import { rowsToPlace } from '@/store/plan/open-decisions'
import { uncheckedClauses } from '@/store/plan/unchecked'
import classes from './PlanReview.module.css'

/**
 * Key of a clause's obligations, to compare it with the earlier clause it continues; the
 * office's wording is not compared.
 */
const asked = ({ lead, support, carriedOutBy, deadlines, targets, conditions, recurring }: Clause) => {
  const figures = targets.map(({ what, comparison, value, unit }) => [what.zh, comparison, value, unit])
  return JSON.stringify([lead, support, carriedOutBy, deadlines, figures, conditions ?? [], recurring ?? []])
}

/** What changes once the plan is in force: clauses, requirements and tasks, and how much nobody has reviewed. */
export function AdoptionSummary({ clauses: now }: { readonly clauses: readonly Clause[] }) {
  const { t, i18n } = useTranslation()
  const { dataset, evaluation } = useOpened()
  const desk = usePlanDesk()
  const before = new Map(
    [...desk.links].map(([earlier, to]) => [to, dataset.clauses.find(({ number }) => number === earlier)]),
  )
  const added = now.filter(({ number }) => !before.get(number))
  const changed = now.filter((clause) => {
    const earlier = before.get(clause.number)
    return earlier && asked(earlier) !== asked(clause)
  })
  const continued = now.length - added.length
  const goingOn = continuingRules(carriedRulesOf(desk, dataset), desk.rules)
  const unread = continuedUnreadRules(desk, dataset.unreadRules)
  const kept = goingOn.length + unread.length
  const ending = endingRules(desk, dataset, evaluation.asOf)
  const tasks = desk.proposal ? namedTasks({ ...desk, ...desk.proposal, drafts: desk.drafts }, goingOn).length : 0
  const rows = rowsToPlace(desk)
  const left = rows.filter((row) => placeOfRow(row, desk.placed, desk.drafts) === ROW_LEFT_OUT).length
  const unseen = now.filter(({ number }) => !desk.seen.has(number)).length
  const { asOf } = dataset.settings
  const later = desk.name.day === '' ? asOf : asOfUnderPlan(asOf, desk.name.day)
  // A city's first plan continues nothing: everything is new.
  const isFirst = dataset.clauses.length === 0
  const unchecked = uncheckedClauses(desk, now, goingOn, dataset)
  const list = (of: readonly Clause[]) => (
    <ul>
      {of.map(({ number, title }) => (
        <li key={number}>{t('planReader.earlierOf', { number, title: inLanguage(title, i18n.language) })}</li>
      ))}
    </ul>
  )
  return (
    <section aria-label={t('planReader.summary')} className={classes.summary}>
      <p>
        {isFirst
          ? t('planReader.first', { count: now.length })
          : t('planReader.changes', {
              ...{ added: added.length, continued, changed: changed.length },
              ended: dataset.clauses.length - continued,
              ...{ kept, left: ending.length },
              tasks: now.filter(({ number }) => desk.tasks.has(number)).length,
            })}
      </p>
      {tasks > 0 && (
        <p>{t(taskKindOf(dataset.kinds) ? 'planReader.newTasks' : 'planReader.noTaskList', { count: tasks })}</p>
      )}
      {rows.length > 0 && <p>{t('planReader.rowsPlaced', { count: rows.length, placed: rows.length - left, left })}</p>}
      {later !== asOf && <p>{t('planReader.asOfMoves', { from: asOf, to: later })}</p>}
      {unseen > 0 && <p>{t('planReader.unseenCount', { count: unseen })}</p>}
      {ending.length > 0 && (
        <details>
          <summary>
            {t('planReader.endingRules')} {ending.length}
          </summary>
          <ul>
            {ending.map(({ id, clause, title }) => (
              <li key={id}>{t('planReader.earlierOf', { number: clause, title: inLanguage(title, i18n.language) })}</li>
            ))}
          </ul>
        </details>
      )}
      {unchecked.length > 0 && (
        <details>
          <summary>
            {t('planReader.uncheckedClauses')} {unchecked.length}
          </summary>
          {list(unchecked)}
          <p className="quiet">{t('planReader.uncheckedHelp')}</p>
        </details>
      )}
      {!isFirst && added.length > 0 && (
        <details>
          <summary>
            {t('planReader.addedClauses')} {added.length}
          </summary>
          {list(added)}
        </details>
      )}
      {changed.length > 0 && (
        <details>
          <summary>
            {t('planReader.changedClauses')} {changed.length}
          </summary>
          {list(changed)}
        </details>
      )}
    </section>
  )
}
