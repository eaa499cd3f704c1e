import { useTranslation } from 'react-i18next'
import { FIRST_SECOND, SHOWN_ROWS } from '@/domain/trucks/positions'
import classes from '@/features/import/exports/Exports.module.css'
import { secondText } from '@/store/words/truck-figures'
import { HeadRow } from '@/ui/HeadRow'
import type { TracksReview } from '@/workspace/tracks/tracks-desk'

const COUNTED = ['doubled', 'late', 'jump', 'ahead', 'before', 'encrypted'] as const

interface Props {
  readonly counts: TracksReview['counts']
  readonly rows: TracksReview['leftOut']
}

/** Positions that are left out, reordered or converted: how many, why, and the first rows of each. */
export function LeftOutTable({ counts, rows }: Props) {
  const { t } = useTranslation()
  const dayText = secondText(FIRST_SECOND).slice(0, 10)
  const example = (why: 'ahead' | 'before') => {
    const first = rows.find((each) => each.why === why)
    return first && t('tracks.example', { ...first, time: secondText(first.second) })
  }
  const some = COUNTED.filter((why) => counts[why] > 0)
  return (
    <section aria-label={t('tracks.leftOut')}>
      <h3>{t('tracks.leftOut')}</h3>
      {some.length === 0 && <p>{t('tracks.none')}</p>}
      <ul>
        {some.map((why) => (
          <li key={why}>
            {t(`tracks.counts.${why}`, { count: counts[why], first: dayText })}
            {(why === 'ahead' || why === 'before') && example(why)}
          </li>
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
                    <td>{t(`tracks.why.${why}`, { first: dayText })}</td>
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
