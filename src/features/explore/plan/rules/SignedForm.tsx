import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLedger } from '@/store/ledger'
import { Button } from '@/ui/controls/Button'
import classes from './Rules.module.css'

const LONGEST = { why: 200, by: 40 }

interface Props {
  readonly label: string
  /** What else is missing before it can be saved. */
  readonly missing: readonly string[]
  readonly saving: boolean
  /** Further buttons, beside the one that saves. */
  readonly children?: ReactNode
  onSave(said: { readonly by: string; readonly why: string }): void
}

/** Asks who changes something and why, and saves it. */
export function SignedForm({ label, missing: wantedBefore, saving, children, onSave }: Props) {
  const { t } = useTranslation()
  const { author, setAuthor } = useLedger()
  const [by, setBy] = useState<string | null>(null)
  const [why, setWhy] = useState('')
  const wanted = useId()
  const person = by ?? author
  const missing = [
    ...wantedBefore,
    ...(why.trim() === '' ? [t('rule.why')] : []),
    ...(person.trim() === '' ? [t('rule.by')] : []),
  ]

  useEffect(() => {
    // Who uses this device is kept with its records.
    if (useLedger.getState().events === null) void useLedger.getState().load()
  }, [])

  async function submit(event: FormEvent) {
    event.preventDefault()
    const said = { by: person.trim(), why: why.trim() }
    // The name stands in the version; that it can't be remembered here takes nothing from it.
    if (said.by !== author) await setAuthor(said.by).catch(() => undefined)
    onSave(said)
  }

  return (
    <form className={classes.part} aria-label={label} onSubmit={(event) => void submit(event)}>
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
          aria-describedby={missing.length > 0 ? wanted : undefined}
          disabled={saving || missing.length > 0}
        >
          {label}
        </Button>
        {children}
      </div>
      {missing.length > 0 && (
        <p id={wanted} className="quiet">
          {t('rule.wanted', { what: missing.join(t('ui.comma')) })}
        </p>
      )}
    </form>
  )
}
