import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { DOT } from '@/ui/dot'
import wall from './Meeting.module.css'
import { SceneFrame } from './SceneFrame'
import { useCalledWarning } from './use-warning'
import classes from './WarningsScene.module.css'
import { CALLED_COLUMNS, calledHeading, calledNotes, calledRows, warningSpan } from './warning-facts'

/** The month's last warning: how many had to respond in each county, and how far that is known to be done. */
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
  const under = called ? [called.warning.name, warningSpan(t, called)] : []
  return (
    <SceneFrame
      title={t('meeting.scene.warnings')}
      subtitle={under.join(DOT)}
      notes={called ? calledNotes(t, dataset, called, i18n.language).join(' ') : undefined}
    >
      {called && (
        <table className={classes.called} style={{ '--rows': rows.length + 1 } as CSSProperties}>
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
              <tr key={code} data-bad={counts.refused + counts.failed > 0}>
                <th scope="row">{code === '' ? t('filters.noCounty') : countyName(dataset, code, i18n.language)}</th>
                {CALLED_COLUMNS.map((column) => (
                  <td key={column} className={wall.value} data-none={counts[column] === 0}>
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
    </SceneFrame>
  )
}
