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
  /** Earliest and latest month allowed. */
  readonly min?: string
  readonly max?: string
  /** Year that is shown first if no month is chosen; that of `max`, or today's, by default. */
  readonly from?: string | undefined
  readonly disabled?: boolean
  onChange(month: string): void
}

/** A month, formatted in the app's language; opens the months of a year. */
export function MonthPicker({ min, max, from, onChange, ...field }: Props) {
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
          from={from}
          onChoose={onChange}
          onClose={close}
        />
      )}
    </PopupField>
  )
}
