import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './controls/Button'
import classes from './SignedForm.module.css'

const LONGEST = { why: 200, by: 40 }

export interface SignedFormProps {
  readonly label: string
  /** Default name: the user of this device; it can be changed. */
  readonly author: string
  /** What else is required before saving. */
  readonly missing: readonly string[]
  /** Sentences with other reasons why it can't be saved. */
  readonly refused?: readonly string[]
  readonly saving: boolean
  /** Further buttons beside the save button. */
  readonly children?: ReactNode
  /** Returns true if saved; the reason is then cleared for the next change. */
  onSave(said: { readonly by: string; readonly why: string }): Promise<boolean>
}

/** Asks for the name and reason of a change, and saves it. */
export function SignedForm({
  label,
  author,
  missing: wantedBefore,
  refused = [],
  saving,
  children,
  onSave,
}: SignedFormProps) {
  const { t } = useTranslation()
  const [by, setBy] = useState<string | null>(null)
  const [why, setWhy] = useState('')
  const wanted = useId()
  const person = by ?? author
  const missing = [
    ...wantedBefore,
    ...(why.trim() === '' ? [t('rule.why')] : []),
    ...(person.trim() === '' ? [t('rule.by')] : []),
  ]

  const isKept = missing.length + refused.length > 0

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (await onSave({ by: person.trim(), why: why.trim() })) setWhy('')
  }

  return (
    <form className={classes.form} aria-label={label} onSubmit={(event) => void submit(event)}>
      <label className={classes.field}>
        <span>{t('rule.why')}</span>
        <input value={why} aria-required maxLength={LONGEST.why} onChange={({ target }) => setWhy(target.value)} />
      </label>
      <label className={classes.field}>
        <span>{t('rule.by')}</span>
        <input value={person} aria-required maxLength={LONGEST.by} onChange={({ target }) => setBy(target.value)} />
      </label>
      <div className={classes.buttons}>
        <Button
          type="submit"
          weight="primary"
          aria-describedby={isKept ? wanted : undefined}
          disabled={saving || isKept}
        >
          {label}
        </Button>
        {children}
      </div>
      {isKept && (
        <div id={wanted} className="quiet">
          {refused.map((each) => (
            <p key={each}>{each}</p>
          ))}
          {missing.length > 0 && <p>{t('rule.wanted', { what: missing.join(t('ui.comma')) })}</p>}
        </div>
      )}
    </form>
  )
}
