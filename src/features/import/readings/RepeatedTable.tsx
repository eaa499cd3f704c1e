import { useTranslation } from 'react-i18next'
import classes from '@/features/import/exports/Exports.module.css'
import { useRowsText } from '@/features/import/exports/rows-text'
import { HeadRow } from '@/ui/HeadRow'
import type { ReadingsReview } from '@/workspace/readings/readings-desk'

/**
 * Duplicate readings in one sentence: how many in all files and within a file, and on request which rows of which
 * device repeat an earlier row of the same file.
 */
export function RepeatedTable({
  replaced,
  repeated: { rows, devices, listed },
}: Pick<ReadingsReview, 'replaced' | 'repeated'>) {
  const { t } = useTranslation()
  const rowsText = useRowsText()
  if (rows === 0) return replaced > 0 && <p>{t('readings.replaced', { count: replaced })}</p>
  // Of a table with a row for each parameter, several rows may repeat one reading.
  const text = replaced > rows ? 'of' : replaced > 0 && replaced < rows ? 'and' : 'all'
  const shown = listed.reduce((sum, each) => sum + each.rows, 0)
  return (
    <details>
      <summary>{t(`readings.repeated.${text}`, { count: rows, devices, replaced })}</summary>
      {shown < rows && <p className="quiet">{t('readings.repeated.listed', { count: shown })}</p>}
      <div className={classes.scroll}>
        <table>
          <HeadRow headings={(['file', 'device', 'places', 'rowsAt'] as const).map((name) => t(`exports.${name}`))} />
          <tbody>
            {listed.map((each) => (
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
  )
}
