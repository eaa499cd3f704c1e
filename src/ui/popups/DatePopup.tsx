import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateField,
  DateInput,
  DateSegment,
  Heading,
  Dialog as PopupDialog,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import classes from './date.module.css'
import { calendarDate } from './iso-date'
import { PopupFrame } from './PopupFrame'
import type { PopupProps } from './popup-props'

/** Earlier years are typing artefacts: while a year is being typed, it passes through e.g. 20. */
const EARLIEST = '1900-01-01'
const LATEST = '9999-12-31'

interface Props extends PopupProps {
  /** `YYYY-MM-DD`, or '' for none. */
  readonly value: string
  readonly near?: string | undefined
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly clearable?: boolean | undefined
  onChoose(day: string): void
}

/** Chooses a day, typed as digits or pressed in a calendar that follows the typing. */
export default function DatePopup(props: Props) {
  const { triggerRef, label, value, near, min, max, clearable, onChoose, onClose } = props
  const { t } = useTranslation()
  const [typed, setTyped] = useState(calendarDate(value))
  const [least, most] = [calendarDate(min ?? EARLIEST)!, calendarDate(max ?? LATEST)!]
  const fits = typed !== null && typed.compare(least) >= 0 && typed.compare(most) <= 0
  const [shown, setShown] = useState(typed ?? calendarDate(near))

  function choose(day: string) {
    onClose()
    if (day !== value) onChoose(day)
  }

  function onKeyDown(event: { readonly key: string; preventDefault(): void }) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (fits) choose(typed.toString())
  }

  return (
    <PopupFrame triggerRef={triggerRef} label={label} onClose={onClose}>
      <PopupDialog className={classes.dialog!} aria-label={label}>
        <div className={classes.typed}>
          <DateField
            aria-label={label}
            autoFocus
            onKeyDown={onKeyDown}
            value={typed}
            isInvalid={typed !== null && !fits}
            onChange={(date) => {
              setTyped(date)
              if (date && date.compare(least) >= 0 && date.compare(most) <= 0) setShown(date)
            }}
          >
            <DateInput className={classes.field!}>
              {(segment) => <DateSegment className={classes.segment!} segment={segment} />}
            </DateInput>
          </DateField>
          <Button weight="primary" disabled={!fits} onClick={() => typed && choose(typed.toString())}>
            {t('ui.take')}
          </Button>
        </div>
        <Calendar
          aria-label={label}
          value={fits ? typed : null}
          minValue={least}
          maxValue={most}
          focusedValue={shown}
          onFocusChange={setShown}
          firstDayOfWeek="mon"
          onChange={(date) => choose(date.toString())}
        >
          <header className={classes.month}>
            <AriaButton slot="previous" className={classes.step!}>
              <IconChevronLeft size={18} aria-hidden="true" />
            </AriaButton>
            <Heading />
            <AriaButton slot="next" className={classes.step!}>
              <IconChevronRight size={18} aria-hidden="true" />
            </AriaButton>
          </header>
          <CalendarGrid className={classes.grid!} weekdayStyle="narrow">
            {(date) => <CalendarCell className={classes.day!} date={date} />}
          </CalendarGrid>
        </Calendar>
        {clearable && value !== '' && (
          <Button weight="quiet" onClick={() => choose('')}>
            {t('ui.clearDate')}
          </Button>
        )}
      </PopupDialog>
    </PopupFrame>
  )
}
