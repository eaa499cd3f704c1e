import { IconCalendarMonth } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '@/ui/lazy-part'
import { monthOfYear } from './day-names'
import type { LabelledProps } from './Labelled'
import { PopupField } from './PopupField'

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
export function MonthPicker({ min, max, onChange, ...field }: Props) {
  const { t, i18n } = useTranslation()
  const { label, value } = field
  return (
    <PopupField
      {...field}
      text={value === '' ? t('ui.noMonth') : monthOfYear(value, i18n.language)}
      isEmpty={value === ''}
      icon={<IconCalendarMonth size={16} aria-hidden="true" />}
      role="dialog"
      load={load}
    >
      {(triggerRef, close) => (
        <MonthPopup
          triggerRef={triggerRef}
          label={label}
          value={value}
          min={min}
          max={max}
          onChoose={onChange}
          onClose={close}
        />
      )}
    </PopupField>
  )
}
