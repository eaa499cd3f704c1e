import { useTranslation } from 'react-i18next'
import type { UNSIGNED_REASONS, Unsigned } from '@/ledger/event'
import { useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import classes from './SignDialog.module.css'

export type Why = (typeof UNSIGNED_REASONS)[number]

/** Usual reasons; the texts are in the office's language. */
const REASONS = {
  refused: ['disputes', 'asks', 'silent'],
  absent: ['nobody', 'closed', 'unreachable'],
} as const satisfies Readonly<Record<Why, readonly string[]>>

/** Form values where nobody signs, as entered. */
export interface UnsignedWords {
  readonly person: string
  readonly reason: string
  readonly witnesses: string
}

export const NO_WORDS: UnsignedWords = { person: '', reason: '', witnesses: '' }

/** Names from a text, separated by punctuation or line breaks. */
const namesOf = (text: string) => [...new Set(text.split(/[、，,；;\n]+/).map((name) => name.trim()))].filter(Boolean)

/** The form values as stored in the record. */
export const unsignedOf = (why: Why, { person, reason, witnesses }: UnsignedWords): Unsigned => ({
  why,
  person: person.trim(),
  reason: reason.trim(),
  witnesses: namesOf(witnesses),
})

interface Props {
  readonly why: Why
  readonly words: UnsignedWords
  /** Contact persons of the site in the data. */
  readonly contacts: readonly string[]
  onChange(words: UnsignedWords): void
}

/** Form for why nobody signs and who witnessed it; needs almost no typing. */
export function UnsignedForm({ why, words, contacts, onChange }: Props) {
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  const change = (part: Partial<UnsignedWords>) => onChange({ ...words, ...part })
  const reasons = REASONS[why].map((each) => ofOffice(`sign.reasons.${why}.${each}` as 'sign.reasons.refused.asks'))
  return (
    <div className={classes.part}>
      <div className={classes.names}>
        {reasons.map((each) => (
          <Button key={each} aria-pressed={words.reason === each} onClick={() => change({ reason: each })}>
            {each}
          </Button>
        ))}
      </div>
      <label>
        <span>{t('sign.reason')}</span>
        <input value={words.reason} maxLength={200} onChange={({ target }) => change({ reason: target.value })} />
      </label>
      <div className={classes.names}>
        {contacts.map((each) => (
          <Button key={each} aria-pressed={words.person === each} onClick={() => change({ person: each })}>
            {each}
          </Button>
        ))}
        <label>
          <span>{t('sign.person')}</span>
          <input value={words.person} maxLength={40} onChange={({ target }) => change({ person: target.value })} />
        </label>
      </div>
      <label>
        <span>{t('sign.witness')}</span>
        <input value={words.witnesses} maxLength={120} onChange={({ target }) => change({ witnesses: target.value })} />
      </label>
      <p className="quiet">{t('sign.unsignedHelp')}</p>
    </div>
  )
}
