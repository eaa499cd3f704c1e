import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { IsoDay } from '@/domain/calendar'
import { useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { dayName } from '@/store/words/day-name'
import { fitRows } from './fit-rows'
import columns from './TasksColumns.module.css'
import classes from './TasksScene.module.css'

/** Most rows that fit below the text. */
const MAX_ROWS = 9

interface Props {
  /** The day shown, and the day on which the plan takes effect. */
  readonly day: IsoDay
  readonly until: IsoDay
}

/** Why a month before the plan is not judged by it, and the targets of the plan then in force: for information only. */
export function TasksBefore({ day, until }: Props) {
  const { t, i18n } = useTranslation()
  const { word } = useDataWords()
  const { dataset } = useOpened()
  const say = (text: { zh: string; en: string }) => inLanguage(text, i18n.language)
  const { plan } = dataset.settings
  // Ordered newest first, so the first one already issued by then was in force.
  const earlier = dataset.earlierPlans.find((each) => each.plan === null || each.plan.day <= day)
  const targets = (earlier?.clauses ?? []).flatMap(({ number, targets: own }) =>
    own.map((target) => ({ ...target, clause: number })),
  )
  const { shown, left } = fitRows(targets, MAX_ROWS)
  const said = { plan: plan ? say(plan) : t('plan.title'), day: dayName(t, until) }
  return (
    <div className={classes.before}>
      <p>
        {t('meeting.scenes.beforePlan', said)} {earlier?.asked === null && t('meeting.scenes.beforePlanUnread')}
      </p>
      {earlier && targets.length > 0 ? (
        <>
          <p className={classes.earlier}>
            {t('meeting.scenes.earlierTargets', {
              plan: earlier.plan ? say(earlier.plan) : t('plan.earlier', { year: String(earlier.year) }),
            })}
          </p>
          <table className={classes.rows} data-earlier>
            <colgroup>
              <col className={columns.clause} />
              <col />
              <col className={columns.aim} />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">{t('meeting.clause')}</th>
                <th scope="col">{t('meeting.target')}</th>
                <th scope="col">{t('meeting.aim')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ clause, what, comparison, value, unit }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the order is fixed, and two may have the same text
                <tr key={`${i} ${what.zh}`}>
                  <td>{clause}</td>
                  <th scope="row">
                    <span title={say(what)}>{say(what)}</span>
                  </th>
                  <td>
                    {`${comparison} ${value} `}
                    <span className={classes.unit}>{word(unit)}</span>
                  </td>
                </tr>
              ))}
              {left > 0 && (
                <tr>
                  <td colSpan={3}>{t('meeting.scenes.moreItems', { count: left })}</td>
                </tr>
              )}
            </tbody>
          </table>
        </>
      ) : (
        <p className={classes.earlier}>
          {t(earlier ? 'meeting.scenes.beforePlanKept' : 'meeting.scenes.beforePlanAlone')}
        </p>
      )}
    </div>
  )
}
