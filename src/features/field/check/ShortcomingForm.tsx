import { useTranslation } from 'react-i18next'
import { formatDay, type IsoDay, parseDay } from '@/domain/calendar'
import { NO_SHORTCOMING } from '@/features/field/record/drafts'
import type { Shortcoming } from '@/ledger/event'
import { useToday } from '@/store/device/today'
import { Button } from '@/ui/controls/Button'
import { DatePicker } from '@/ui/controls/DatePicker'
import { Chips } from './Chips'
import classes from './ShortcomingForm.module.css'

/** Usual deadlines, in days from today. */
const DEADLINES = [0, 3, 7, 15] as const

interface Props {
  readonly shortcoming: Shortcoming | undefined
  /** Frequent findings, and persons told before, so that no typing is needed. */
  readonly usual: readonly string[]
  readonly contacts: readonly string[]
  /** The earlier deadline if it has passed: a new one does not undo that. */
  readonly passed: IsoDay | null
  onChange(shortcoming: Shortcoming): void
}

/** Form for an item that is not met: what was found, the deadline, and who was told. */
export function ShortcomingForm({ shortcoming = NO_SHORTCOMING, usual, contacts, passed, onChange }: Props) {
  const { t } = useTranslation()
  const { found, rectifyBy, told } = shortcoming
  const today = parseDay(useToday())
  const toggle = (word: string) =>
    onChange({ ...shortcoming, found: found.includes(word) ? found.filter((each) => each !== word) : [...found, word] })
  return (
    <div className={classes.form}>
      <Chips
        title={t('check.found1')}
        words={[...new Set([...usual, ...found])]}
        isChosen={(word) => found.includes(word)}
        onChoose={toggle}
        onAdd={(word) => !found.includes(word) && toggle(word)}
      />
      <fieldset className="plain">
        <legend>{t('check.rectifyBy')}</legend>
        <div className={classes.chips}>
          {DEADLINES.map((days) => {
            const day = formatDay(today + days)
            return (
              <Button
                key={days}
                aria-pressed={rectifyBy === day}
                onClick={() => onChange({ ...shortcoming, rectifyBy: rectifyBy === day ? '' : day })}
              >
                {rectifyBy === day && <span aria-hidden="true">{'✓ '}</span>}
                {days === 0 ? t('check.sameDay') : t('check.inDays', { days })}
              </Button>
            )
          })}
          <DatePicker
            label={t('check.otherDay')}
            value={rectifyBy}
            clearable
            onChange={(day) => onChange({ ...shortcoming, rectifyBy: day })}
          />
        </div>
        {passed && rectifyBy !== '' && <p className={classes.passed}>{t('check.stillOverdue', { day: passed })}</p>}
      </fieldset>
      <Chips
        title={t('check.told')}
        words={[...new Set([...contacts, ...(told === '' ? [] : [told])])]}
        isChosen={(word) => told === word}
        onChoose={(word) => onChange({ ...shortcoming, told: told === word ? '' : word })}
        onAdd={(word) => onChange({ ...shortcoming, told: word })}
      />
    </div>
  )
}
