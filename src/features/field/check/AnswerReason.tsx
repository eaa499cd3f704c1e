import { useTranslation } from 'react-i18next'
import type { LedgerEvent } from '@/ledger/event'
import { useOfficeTexts } from '@/store/words/office'
import { Chips } from './Chips'
import classes from './ShortcomingForm.module.css'
import { ownReasons } from './usual-words'
import type { AnswerNeedingReason } from './write-check'

/** Usual reasons by answer; the texts go into the record, so they are in the office's language. */
const REASONS = {
  'not-applicable': ['none', 'early', 'stopped', 'finished'],
  'not-seen': ['entry', 'idle', 'off', 'hidden', 'papers'],
} as const satisfies Record<AnswerNeedingReason, readonly string[]>

interface Props {
  readonly answer: AnswerNeedingReason
  /** '' if none was given. */
  readonly reason: string
  /** Number of items without a reason, if one press applies the reason to all of them. */
  readonly count?: number
  readonly events: readonly LedgerEvent[]
  onReason(reason: string): void
}

/** Asks why an item does not apply or could not be checked: one press, or the user's own words. */
export function AnswerReason({ answer, reason, count, events, onReason }: Props) {
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  const usual = REASONS[answer].map((each) => ofOffice(`lack.why.${answer}.${each}` as 'lack.why.not-seen.entry'))
  const words = new Set([...usual, ...ownReasons(answer, usual, events), ...(reason === '' ? [] : [reason])])
  return (
    <div className={`${classes.form} ${count === undefined ? classes.why : ''}`}>
      <Chips
        title={count === undefined ? t(`lack.ask.${answer}`) : t(`lack.askAll.${answer}`, { count })}
        words={[...words]}
        isChosen={(word) => word === reason}
        onChoose={(word) => onReason(word === reason ? '' : word)}
        onAdd={onReason}
      />
    </div>
  )
}
