import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { ListBox, ListBoxItem, Dialog as PopupDialog } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { monthName, yearName } from '@/ui/controls/day-names'
import { IconButton } from '@/ui/controls/IconButton'
import classes from './date.module.css'
import { PopupFrame } from './PopupFrame'
import type { PopupProps } from './popup-props'

interface Props extends PopupProps {
  /** `YYYY-MM`, or '' for none. */
  readonly value: string
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly from?: string | undefined
  onChoose(month: string): void
}

/** The months of a year; arrow keys move, two buttons change the year. */
export default function MonthPopup({
  triggerRef,
  label,
  value,
  min = '',
  max = '9999-12',
  from = '',
  onChoose,
  onClose,
}: Props) {
  const { t, i18n } = useTranslation()
  const [firstYear] = useState(Number((value || from || max).slice(0, 4)) % 9999 || new Date().getFullYear())
  const [year, setYear] = useState(firstYear)
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)
  const [isFirst, isLast] = [year <= Number(min.slice(0, 4) || 1900), year >= Number(max.slice(0, 4))]

  return (
    <PopupFrame triggerRef={triggerRef} label={label} onClose={onClose}>
      <PopupDialog className={classes.dialog!} aria-label={label}>
        <div className={classes.month}>
          <IconButton label={t('ui.yearBefore')} disabled={isFirst} onClick={() => setYear(year - 1)}>
            <IconChevronLeft size={18} aria-hidden="true" />
          </IconButton>
          <strong aria-live="polite">{yearName(year, i18n.language)}</strong>
          <IconButton label={t('ui.yearAfter')} disabled={isLast} onClick={() => setYear(year + 1)}>
            <IconChevronRight size={18} aria-hidden="true" />
          </IconButton>
        </div>
        <ListBox
          key={year}
          className={classes.months!}
          aria-label={label}
          layout="grid"
          // When changing the year, the focus stays on the button.
          autoFocus={year === firstYear && (months.includes(value) || 'first')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[value]}
          disabledKeys={months.filter((month) => month < min || month > max)}
          {...{ allowDuplicateSelectionEvents: true }}
          onSelectionChange={(chosen) => {
            const [month] = [...chosen]
            onClose()
            if (month !== value) onChoose(String(month))
          }}
        >
          {months.map((month) => (
            <ListBoxItem key={month} id={month}>
              {monthName(month, i18n.language)}
            </ListBoxItem>
          ))}
        </ListBox>
      </PopupDialog>
    </PopupFrame>
  )
}
