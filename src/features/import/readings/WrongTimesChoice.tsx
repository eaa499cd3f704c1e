import { useTranslation } from 'react-i18next'
import { localTime } from '@/domain/monitoring/minute-of'
import classes from '@/features/import/exports/Exports.module.css'
import { Select } from '@/ui/controls/Select'
import type { WrongTimes } from '@/workspace/readings/wrong-times'

/** Maximum number of devices named. */
const NAMED = 5

interface Props {
  readonly of: WrongTimes
  readonly chosen: 'keep' | 'leave' | null
  onChoose(chosen: 'keep' | 'leave'): void
}

/** Readings with impossible times, and the choice of what to do with them. */
export function WrongTimesChoice({ of, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const named = of.devices.slice(0, NAMED).join(t('ui.comma'))
  return (
    <section aria-label={t('readings.times')}>
      <h3>{t('readings.times')}</h3>
      <p>
        {t('readings.timesHelp', {
          count: of.rows,
          from: localTime(of.from),
          until: localTime(of.until),
          devices: of.devices.length > NAMED ? `${named}…` : named,
        })}
      </p>
      <Select
        label={t('readings.timesChoice')}
        value={chosen ?? ''}
        placeholder={t('readings.choose')}
        className={classes.choice}
        options={[
          { value: 'leave', label: t('readings.timesLeave') },
          { value: 'keep', label: t('readings.timesKeep') },
        ]}
        onChange={onChoose}
      />
    </section>
  )
}
