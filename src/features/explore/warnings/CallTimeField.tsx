import { useTranslation } from 'react-i18next'
import { useToday } from '@/store/device/today'
import { Button } from '@/ui/controls/Button'
import { DatePicker } from '@/ui/controls/DatePicker'
import form from '@/ui/form.module.css'
import { CALLED_NOW, type CallTime, timeOfNow } from './call-time'
import classes from './WarningsPanel.module.css'

interface Props {
  readonly time: CallTime
  onChange(time: CallTime): void
}

/** The time of a call: now, unless the user enters an earlier day and time. */
export function CallTimeField({ time, onChange }: Props) {
  const { t } = useTranslation()
  const today = useToday()
  if (time === null)
    return (
      <div className={classes.time}>
        <span>{t('warning.time.label')}</span>
        <span>{t('warning.time.now')}</span>
        <Button weight="quiet" onClick={() => onChange(timeOfNow())}>
          {t('warning.time.earlier')}
        </Button>
      </div>
    )
  return (
    <div className={classes.time}>
      <DatePicker
        label={t('warning.time.day')}
        value={time.day}
        max={today}
        onChange={(day) => onChange({ ...time, day })}
      />
      <label className={form.field}>
        <span>{t('warning.time.time')}</span>
        <input
          value={time.time}
          inputMode="numeric"
          maxLength={8}
          placeholder="08:30"
          onChange={({ target }) => onChange({ ...time, time: target.value })}
        />
      </label>
      <Button weight="quiet" onClick={() => onChange(CALLED_NOW)}>
        {t('warning.time.now')}
      </Button>
    </div>
  )
}
