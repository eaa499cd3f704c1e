import { useTranslation } from 'react-i18next'
import { type HeldMeeting, judgementDay, meetingDay, withMeeting } from '@/domain/meeting/meeting-day'
import { useOpened } from '@/store/chentu'
import { useToday } from '@/store/device/today'
import { useKeepMeeting } from '@/store/meeting/use-keep-meeting'
import { dayName } from '@/store/words/day-name'
import { DatePicker } from '@/ui/controls/DatePicker'
import form from '@/ui/form.module.css'
import { Refused } from '@/ui/Refused'
import classes from './HeldFields.module.css'
import { KeptInput } from './KeptInput'

const TEXTS = ['place', 'chair'] as const

/**
 * When and where a month's meeting is held and who chairs it, as in its minutes. Each field is saved as soon as it is
 * set.
 */
export function HeldFields({ month }: { readonly month: string }) {
  const { t } = useTranslation()
  const { meeting } = useOpened().dataset.settings
  const { problems, keep } = useKeepMeeting(t('decisions.held.label'))
  const set = (change: HeldMeeting) =>
    void keep(({ settings }) => ({ held: withMeeting(settings.meeting, month, change) }))
  const today = useToday()
  const day = meetingDay(meeting, month, today)
  const judged = judgementDay(meeting, month, today)
  return (
    <>
      <div className={classes.held}>
        <DatePicker
          label={t('decisions.held.day')}
          value={day}
          near={judged}
          clearable
          onChange={(day) => set({ day })}
        />
        {TEXTS.map((name) => (
          <KeptInput
            key={name}
            label={t(`decisions.held.${name}`)}
            className={form.field}
            value={meeting?.held?.[month]?.[name] ?? ''}
            onKeep={(text) => set({ [name]: text })}
          />
        ))}
      </div>
      {day === '' && <p className="quiet">{t('decisions.held.noDay', { day: dayName(t, judged) })}</p>}
      <Refused problems={problems} />
    </>
  )
}
