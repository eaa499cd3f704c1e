import { IconCalendarMonth } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '@/ui/lazy-part'
import { Popup } from '@/ui/popups/Popup'
import { usePopup } from '@/ui/popups/use-popup'
import classes from './control.module.css'
import { monthOfYear } from './day-names'
import { Labelled, type LabelledProps } from './Labelled'

const load = () => import('@/ui/popups/MonthPopup')
const MonthPopup = lazyPart(load)

interface Props extends LabelledProps {
  /** `YYYY-MM`, or '' for none. */
  readonly value: string
  /** First and last month that may be chosen. */
  readonly min?: string
  readonly max?: string
  readonly disabled?: boolean
  onChange(month: string): void
}

/** A month, said in the language of the app; a press opens the months of a year. */
export function MonthPicker({ label, labelled, value, min, max, disabled, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const { isOpen, close, triggerRef, triggerProps } = usePopup(load, 'dialog')
  const id = useId()
  return (
    <Labelled id={id} label={label} {...(labelled && { labelled })}>
      <button
        {...triggerProps}
        className={classes.trigger}
        aria-labelledby={`${id} ${id}-value`}
        data-value={value}
        data-empty={value === '' || undefined}
        disabled={disabled}
      >
        <span id={`${id}-value`}>{value === '' ? t('ui.noMonth') : monthOfYear(value, i18n.language)}</span>
        <IconCalendarMonth size={16} aria-hidden="true" />
      </button>
      {isOpen && (
        <Popup>
          <MonthPopup
            triggerRef={triggerRef}
            label={label}
            value={value}
            min={min}
            max={max}
            onChoose={onChange}
            onClose={close}
          />
        </Popup>
      )}
    </Labelled>
  )
}
