import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { minuteOf } from '@/domain/monitoring/minute-of'
import { useMinute } from '@/store/device/today'
import { momentText } from '@/store/words/case-words'
import { Button } from '@/ui/controls/Button'
import form from '@/ui/form.module.css'
import classes from './CasesPanel.module.css'

const MINUTE_MS = 60_000
const LONGEST = 30

interface Props {
  readonly label: string
  readonly help?: string
  readonly value: string
  onChange(value: string): void
}

/** The instant that a text gives, as ISO; null if it is unreadable or later than `now` (milliseconds since 1970). */
export function momentOf(text: string, now: number): string | null {
  const minute = minuteOf(text)
  // A minute that has begun is not in the future.
  return minute === null || minute * MINUTE_MS > now ? null : new Date(minute * MINUTE_MS).toISOString()
}

/** A field for day and time in the office's time zone; future times are refused. */
export function TimeField({ label, help, value, onChange }: Props) {
  const { t } = useTranslation()
  const now = useMinute()
  const isRead = minuteOf(value) !== null
  return (
    <>
      <label className={form.field}>
        <span>{label}</span>
        <input value={value} aria-required maxLength={LONGEST} onChange={({ target }) => onChange(target.value)} />
        {help && <small className="quiet">{help}</small>}
        {value.trim() !== '' && momentOf(value, now) === null && (
          <small role="alert">
            {isRead ? t('cases.form.future', { now: momentText(now) }) : t('cases.form.badTime')}
          </small>
        )}
      </label>
      {value.trim() === '' && (
        <p className={classes.actions}>
          <Button onClick={() => onChange(localMinute(new Date().toISOString()))}>{t('cases.form.now')}</Button>
        </p>
      )}
    </>
  )
}
