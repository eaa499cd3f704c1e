import { useTranslation } from 'react-i18next'
import classes from '@/features/import/exports/Exports.module.css'
import { useRowsText } from '@/features/import/exports/rows-text'
import { HeadRow } from '@/ui/HeadRow'
import type { ReadingsReview } from '@/workspace/readings-desk'

/** Duplicate readings: how many, and on request which rows of which device repeat an earlier row of the same file. */
export function RepeatedTable({ replaced, repeated }: Pick<ReadingsReview, 'replaced' | 'repeated'>) {
  const { t } = useTranslation()
  const rowsText = useRowsText()
  const rows = repeated.reduce((sum, each) => sum + each.rows, 0)
  return (
    <>
      {replaced > 0 && <p>{t('readings.replaced', { count: replaced })}</p>}
      {repeated.length > 0 && (
        <details>
          <summary>{t('readings.repeated', { count: rows, devices: repeated.length })}</summary>
          <div className={classes.scroll}>
            <table>
              <HeadRow
                headings={(['file', 'device', 'places', 'rowsAt'] as const).map((name) => t(`exports.${name}`))}
              />
              <tbody>
                {repeated.map((each) => (
                  <tr key={`${each.id} ${each.device}`}>
                    <td>{each.file}</td>
                    <td>{each.device}</td>
                    <td className={classes.number}>{each.rows.toLocaleString('en')}</td>
                    <td className={classes.long}>{rowsText(each)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </>
  )
}
