import { useTranslation } from 'react-i18next'
import { SHOWN_ROWS } from '@/domain/trucks/positions'
import classes from '@/features/import/exports/Exports.module.css'
import { secondText } from '@/store/words/truck-figures'
import { HeadRow } from '@/ui/HeadRow'
import type { TracksReview } from '@/workspace/tracks-desk'

const COUNTED = ['doubled', 'late', 'jump', 'clock', 'encrypted'] as const

interface Props {
  readonly counts: TracksReview['counts']
  readonly rows: TracksReview['leftOut']
}

/** Positions that are not taken as they came: how many, why, and the first rows of each. */
export function LeftOutTable({ counts, rows }: Props) {
  const { t } = useTranslation()
  const some = COUNTED.filter((why) => counts[why] > 0)
  return (
    <section aria-label={t('tracks.leftOut')}>
      <h3>{t('tracks.leftOut')}</h3>
      {some.length === 0 && <p>{t('tracks.none')}</p>}
      <ul>
        {some.map((why) => (
          <li key={why}>{t(`tracks.counts.${why}`, { count: counts[why] })}</li>
        ))}
      </ul>
      {rows.length > 0 && (
        <details>
          <summary>{t('tracks.rowsOf')}</summary>
          <p>{t('tracks.firstRows', { shown: SHOWN_ROWS })}</p>
          <div className={classes.scroll}>
            <table>
              <HeadRow
                headings={(['file', 'row', 'plate', 'time', 'reason'] as const).map((name) => t(`tracks.${name}`))}
              />
              <tbody>
                {rows.map(({ file, row, plate, second, why }) => (
                  <tr key={`${why} ${file} ${row} ${plate} ${second}`}>
                    <td>{file}</td>
                    <td className={classes.number}>{row}</td>
                    <td>{plate}</td>
                    <td>{secondText(second)}</td>
                    <td>{t(`tracks.why.${why}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </section>
  )
}
