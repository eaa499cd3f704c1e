import { IconCalendar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '@/ui/lazy-part'
import { dayName } from './day-names'
import type { LabelledProps } from './Labelled'
import { PopupField } from './PopupField'

const load = () => import('@/ui/popups/DatePopup')
const DatePopup = lazyPart(load)

interface Props extends LabelledProps {
  /** `YYYY-MM-DD`, or '' for none. */
  readonly value: string
  /** Day whose month the calendar opens on while there is no value; the month that it is where none is given. */
  readonly near?: string
  /** First and last day that may be chosen. */
  readonly min?: string
  readonly max?: string
  /** Whether the day may be taken off again: '' is told then. */
  readonly clearable?: boolean
  readonly disabled?: boolean
  readonly className?: string | undefined
  onChange(day: string): void
}

/** A day, said in the language of the app and not the browser's; a press opens a field to type it in and a calendar. */
export function DatePicker({ near, min, max, clearable, onChange, ...field }: Props) {
  const { t, i18n } = useTranslation()
  const { label, value } = field
  return (
    <PopupField
      {...field}
      text={value === '' ? t('ui.noDate') : dayName(value, i18n.language)}
      isEmpty={value === ''}
      icon={<IconCalendar size={16} aria-hidden="true" />}
      role="dialog"
      load={load}
    >
      {(triggerRef, close) => (
        <DatePopup
          triggerRef={triggerRef}
          label={label}
          value={value}
          near={near}
          min={min}
          max={max}
          clearable={clearable}
          onChoose={onChange}
          onClose={close}
        />
      )}
    </PopupField>
  )
}
