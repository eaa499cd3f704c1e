import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '@/domain/problem'
import { useAuthor } from '@/store/ledger/use-author'
import { Refused } from '@/ui/Refused'
import { SignedForm } from '@/ui/SignedForm'
import classes from './Kinds.module.css'

interface Props {
  readonly state: { readonly running: boolean; readonly problems: readonly Problem[]; readonly isSaved: boolean }
  readonly missing: readonly string[]
  /** Further reasons why the change can't be saved, as sentences. */
  readonly refused?: readonly string[]
  readonly children: ReactNode
  onSave(said: { readonly by: string; readonly why: string }): Promise<boolean>
}

/** Frame of a form that changes a kind: its inputs, the author and reason, and the result of the last save. */
export function KindForm({ state: { running, problems, isSaved }, missing, refused = [], children, onSave }: Props) {
  const { t } = useTranslation()
  const { author, remember } = useAuthor()
  return (
    <>
      <div className={classes.part}>{children}</div>
      <SignedForm
        label={t('kinds.save')}
        author={author}
        saving={running}
        missing={missing}
        refused={refused}
        onSave={(said) => {
          void remember(said.by)
          return onSave(said)
        }}
      />
      <p role="status">{isSaved && t('kinds.saved')}</p>
      <Refused problems={problems} />
    </>
  )
}

interface TextProps {
  readonly label: string
  readonly value: string
  readonly longest?: number
  onChange(text: string): void
}

/** A single-line text input under its label. */
export function TextField({ label, value, longest = 60, onChange }: TextProps) {
  return (
    <label className={classes.field}>
      <span>{label}</span>
      <input value={value} maxLength={longest} onChange={({ target }) => onChange(target.value)} />
    </label>
  )
}
