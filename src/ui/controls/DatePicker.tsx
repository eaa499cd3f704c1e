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
  /** Day whose month the calendar opens at without a value; defaults to the current month. */
  readonly near?: string
  /** Earliest and latest day allowed. */
  readonly min?: string
  readonly max?: string
  /** Whether the day can be cleared; `onChange` then gets ''. */
  readonly clearable?: boolean
  readonly disabled?: boolean
  readonly className?: string | undefined
  onChange(day: string): void
}

/** A day, formatted in the app's language rather than the browser's; opens a text field and a calendar. */
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
