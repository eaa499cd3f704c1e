import { useTranslation } from 'react-i18next'
import type { ReadingsReview } from '@/workspace/readings-desk'
import classes from './Readings.module.css'

/** Rows and values that are not read, each with its place and the reason; nothing where all was read. */
export function UnreadTable({ files, unread }: Pick<ReadingsReview, 'files' | 'unread'>) {
  const { t } = useTranslation()
  if (unread.length === 0) return null
  const count = files.reduce((sum, file) => sum + file.unread, 0)
  const listed = unread.reduce((sum, { places }) => sum + places, 0)
  return (
    <section aria-label={t('readings.unread')}>
      <h3>{t('readings.unread')}</h3>
      <p>{t(listed < count ? 'readings.unreadMore' : 'readings.unreadAll', { count, shown: listed })}</p>
      <div className={classes.scroll}>
        <table>
          <thead>
            <tr>
              {(['file', 'row', 'column', 'reason', 'seen', 'places'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`readings.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {unread.map(({ file, row, column, why, seen, places }) => (
              <tr key={`${file} ${row} ${column} ${why} ${seen}`}>
                <td>{file}</td>
                <td className={classes.number}>{row}</td>
                <td>{column}</td>
                <td>{t(`readings.why.${why}`)}</td>
                <td>{seen}</td>
                <td className={classes.number}>{places.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
