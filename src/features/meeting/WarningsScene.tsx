import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import { countText } from '@/i18n/counted'
import { useOpened, useReport } from '@/store/chentu'
import { dayName } from '@/store/words/day-name'
import { DOT } from '@/ui/dot'
import wall from './Meeting.module.css'
import { SceneFrame } from './SceneFrame'
import { useScene } from './scene-context'
import { isOverStep } from './steps'
import { useCountingDay } from './use-counting-day'
import { useCalledWarning } from './use-warning'
import classes from './WarningsScene.module.css'
import { CALLED_COLUMNS, calledHeading, calledNotes, calledRows, warningOfStep, warningSpan } from './warning-facts'
import { hasOverApart, overHeight, overLists } from './warning-over'

/**
 * A warning of the month: how many had to respond in each county, and how many are known to have done so. Each has a step
 * of its own, and so have the exceedances of one that affects too many counties.
 */
export function WarningsScene() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const found = useCalledWarning(useReport())
  const { step } = useScene()
  const day = useCountingDay()
  const of = found && warningOfStep(found, step)
  const called = of === 'none' ? null : of
  const rows = called
    ? calledRows(
        called,
        dataset.counties.map(({ code }) => code),
      )
    : []
  const isApart = called !== null && hasOverApart(called)
  const isOnlyOver = isApart && isOverStep(step)
  const over = called && (isOnlyOver || !isApart) ? overLists(t, called, isApart ? 'apart' : 'below') : []
  const taken = called && !isApart ? overHeight(called) : 0
  const under = called
    ? [called.warning.name, warningSpan(t, called)]
    : [t('meeting.scenes.asOf', { day: dayName(t, day) })]
  return (
    <SceneFrame
      title={t('meeting.scene.warnings')}
      subtitle={under.join(DOT)}
      notes={called ? calledNotes(t, dataset, called, i18n.language).join(' ') : undefined}
    >
      <div className={classes.scene}>
        {called && !isOnlyOver && (
          <table className={classes.called} style={{ '--rows': rows.length + 1, '--taken': taken } as CSSProperties}>
            <thead>
              <tr>
                <th scope="col">{t('warning.scene.county')}</th>
                {CALLED_COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {calledHeading(t, column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([code, counts]) => (
                <tr key={code}>
                  <th scope="row">{code === '' ? t('filters.noCounty') : countyName(dataset, code, i18n.language)}</th>
                  {CALLED_COLUMNS.map((column) => (
                    <td
                      key={column}
                      className={wall.value}
                      data-none={counts[column] === 0}
                      data-bad={(column === 'refused' || column === 'unmet') && counts[column] > 0}
                    >
                      {countText(counts[column])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('warning.scene.total')}</th>
                {CALLED_COLUMNS.map((column) => (
                  <td key={column} className={wall.value}>
                    {countText(called.tally.all[column])}
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        )}
        {over.map(({ key, title, lines, left }) => (
          <section key={key} className={classes.over}>
            <h3>
              {title}
              <small>{t('warning.scene.overNote')}</small>
            </h3>
            <ul>
              {lines.map(({ key, name, answer, hours, marks }) => (
                <li key={key}>
                  <b>{name}</b>
                  <span>{answer}</span>
                  <b>{hours}</b>
                  <small>{marks.join(DOT)}</small>
                </li>
              ))}
            </ul>
            {left > 0 && <p>{t('warning.over.more', { count: left })}</p>}
          </section>
        ))}
      </div>
    </SceneFrame>
  )
}
