import { IconCalendar } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '@/ui/lazy-part'
import { Popup } from '@/ui/popups/Popup'
import { usePopup } from '@/ui/popups/use-popup'
import classes from './control.module.css'
import { dayName } from './day-names'
import { Labelled, type LabelledProps } from './Labelled'

const load = () => import('@/ui/popups/DatePopup')
const DatePopup = lazyPart(load)

interface Props extends LabelledProps {
  /** `YYYY-MM-DD`, or '' for none. */
  readonly value: string
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
export function DatePicker({ label, labelled, value, min, max, clearable, disabled, className, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const { isOpen, close, triggerRef, triggerProps } = usePopup(load, 'dialog')
  const id = useId()
  return (
    <Labelled id={id} label={label} {...(labelled && { labelled })}>
      <button
        {...triggerProps}
        className={className ? `${classes.trigger} ${className}` : classes.trigger}
        aria-labelledby={`${id} ${id}-value`}
        data-value={value}
        data-empty={value === '' || undefined}
        disabled={disabled}
      >
        <span id={`${id}-value`}>{value === '' ? t('ui.noDate') : dayName(value, i18n.language)}</span>
        <IconCalendar size={16} aria-hidden="true" />
      </button>
      {isOpen && (
        <Popup>
          <DatePopup
            triggerRef={triggerRef}
            label={label}
            value={value}
            min={min}
            max={max}
            clearable={clearable}
            onChoose={onChange}
            onClose={close}
          />
        </Popup>
      )}
    </Labelled>
  )
}
