import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { DOT } from '@/ui/dot'
import wall from './Meeting.module.css'
import { SceneFrame } from './SceneFrame'
import { useCalledWarning } from './use-warning'
import classes from './WarningsScene.module.css'
import { CALLED_COLUMNS, calledHeading, calledNotes, calledRows, overLines, warningSpan } from './warning-facts'

/** The month's last warning: how many had to respond in each county, and how many are known to have done so. */
export function WarningsScene() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const found = useCalledWarning(useReport())
  const called = found === 'none' ? null : found
  const rows = called
    ? calledRows(
        called,
        dataset.counties.map(({ code }) => code),
      )
    : []
  const over = called && overLines(t, called)
  // Rows' worth of height taken by the list of exceedances: its lines, its heading and the line for the rest.
  const beside = over && over.lines.length > 0 ? over.lines.length + (over.left > 0 ? 2.4 : 1.7) : 0
  const under = called ? [called.warning.name, warningSpan(t, called)] : []
  return (
    <SceneFrame
      title={t('meeting.scene.warnings')}
      subtitle={under.join(DOT)}
      notes={called ? calledNotes(t, dataset, called, i18n.language).join(' ') : undefined}
    >
      {called && (
        <table className={classes.called} style={{ '--rows': rows.length + 1 + beside } as CSSProperties}>
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
                    {counts[column]}
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
                  {called.tally.all[column]}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      )}
      {called && over && over.lines.length > 0 && (
        <section className={classes.over}>
          <h3>
            {t('warning.scene.over', { count: called.over.found.length })}
            <small>{t('warning.scene.overNote')}</small>
          </h3>
          <ul>
            {over.lines.map(({ key, name, answer, hours, marks }) => (
              <li key={key}>
                <b>{name}</b>
                <span>{answer}</span>
                <b>{hours}</b>
                <small>{marks.join(DOT)}</small>
              </li>
            ))}
          </ul>
          {over.left > 0 && <p>{t('warning.over.more', { count: over.left })}</p>}
        </section>
      )}
    </SceneFrame>
  )
}
