import { useTranslation } from 'react-i18next'
import type { LedgerEvent } from '@/ledger/event'
import { useOfficeTexts } from '@/store/words/office'
import { Chips } from './Chips'
import classes from './ShortcomingForm.module.css'
import { ownReasons } from './usual-words'
import type { Explained } from './write-check'

/** Usual reasons by answer; the words go into the record, as the office writes them. */
const REASONS = {
  'not-applicable': ['none', 'early', 'stopped', 'finished'],
  'not-seen': ['entry', 'idle', 'off', 'hidden', 'papers'],
} as const satisfies Record<Explained, readonly string[]>

interface Props {
  readonly answer: Explained
  /** Empty where none was given. */
  readonly reason: string
  /** How many items of such an answer have no reason, where one press gives it to all of them. */
  readonly count?: number
  readonly events: readonly LedgerEvent[]
  onReason(reason: string): void
}

/** Why an item does not apply or could not be checked: one press, or words of one's own. */
export function AnswerReason({ answer, reason, count, events, onReason }: Props) {
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  const usual = REASONS[answer].map((each) => ofOffice(`lack.why.${answer}.${each}` as 'lack.why.not-seen.entry'))
  const words = new Set([...usual, ...ownReasons(answer, usual, events), ...(reason === '' ? [] : [reason])])
  return (
    <div className={`${classes.form} ${count === undefined ? classes.why : ''}`}>
      <Chips
        title={count === undefined ? t(`lack.ask.${answer}`) : t('lack.askAll', { count })}
        words={[...words]}
        isChosen={(word) => word === reason}
        onChoose={(word) => onReason(word === reason ? '' : word)}
        onAdd={onReason}
      />
    </div>
  )
}
