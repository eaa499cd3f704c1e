import { useTranslation } from 'react-i18next'
import list from '@/features/import/waiting/FileList.module.css'
import { useReadings } from '@/store/readings'
import { monthName } from '@/store/words/month-name'
import classes from './Readings.module.css'

/** How far the file is that is being read, or what came of the last ones. */
export function ReadingsProgress() {
  const { t } = useTranslation()
  const { reading, done, lost, empty } = useReadings()
  if (reading?.progress) {
    const { rows, consumed } = reading.progress
    const percent = Math.min(99, Math.floor((consumed / reading.file.size) * 100))
    return (
      <div className={list.reading} role="status">
        <p>{t('readings.looking', { file: reading.file.name })}</p>
        <progress max={100} value={percent} aria-label={reading.file.name} />
        <p className="quiet">{t('readings.progress', { rows: rows.toLocaleString('en'), percent })}</p>
      </div>
    )
  }
  const named = (files: readonly string[]) => files.join(t('ui.comma'))
  if (lost)
    return <p role="alert">{lost.length > 0 ? t('readings.lostAt', { files: named(lost) }) : t('readings.lost')}</p>
  if (empty) return <p role="alert">{t('readings.empty', { files: named(empty.files), count: empty.unread })}</p>
  if (!done) return null
  const months = done.months.map((month) => monthName(t, month)).join(t('ui.comma'))
  return (
    <p role="status" className={classes.done}>
      {t('readings.done', { rows: done.rows.toLocaleString('en'), months })}
    </p>
  )
}
