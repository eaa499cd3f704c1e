import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BODY_ROLES } from '@/domain/plan/bodies'
import { type FieldValue, isComplete } from '@/domain/plan/draft'
import { RECURRENCES } from '@/domain/rules/clause'
import { Button } from '@/ui/controls/Button'
import { DatePicker } from '@/ui/controls/DatePicker'
import { Select } from '@/ui/controls/Select'
import classes from './ClauseReview.module.css'

interface Props {
  readonly value: FieldValue
  /** The day at which the calendar opens while none is entered. */
  readonly near: string
  onSave(value: FieldValue): void
  onCancel(): void
}

const USES = ['target', 'condition'] as const
const COMPARISONS = ['≥', '≤', '='] as const

/** Edits one proposal: Enter saves, Escape discards the change. */
export function FieldForm({ value: before, near, onSave, onCancel }: Props) {
  const { t } = useTranslation()
  const [value, setValue] = useState(before)
  const [number, setNumber] = useState(before.kind === 'figure' ? String(before.value) : '')
  const read = value.kind === 'figure' ? { ...value, value: number.trim() === '' ? Number.NaN : Number(number) } : value

  function submit(event: FormEvent) {
    event.preventDefault()
    if (isComplete(read)) onSave(read)
  }

  function leave(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onCancel()
  }

  const input = (
    name: 'name' | 'what' | 'value' | 'unit',
    text: string,
    set: (text: string) => void,
    first = false,
  ) => (
    <label data-field={name}>
      <span>{t(`planReader.field.${name}`)}</span>
      {/* Focused at once: the form is opened to type into it. */}
      <input
        ref={first ? focusOnce : undefined}
        value={text}
        maxLength={120}
        onChange={({ target }) => set(target.value)}
      />
    </label>
  )

  return (
    <form className={classes.form} onSubmit={submit} onKeyDown={leave}>
      {value.kind === 'body' && (
        <>
          <Select
            label={t('planReader.field.role')}
            value={value.role}
            options={BODY_ROLES.map((role) => ({ value: role, label: t(`planReader.role.${role}`) }))}
            onChange={(role) => setValue({ ...value, role })}
          />
          {input('name', value.name, (name) => setValue({ ...value, name }), true)}
        </>
      )}
      {value.kind === 'deadline' && (
        <>
          <DatePicker
            label={t('planReader.field.day')}
            value={value.day}
            near={near}
            onChange={(day) => setValue({ ...value, day })}
          />
          {input('what', value.what, (what) => setValue({ ...value, what }), true)}
        </>
      )}
      {value.kind === 'recurrence' && (
        <>
          <Select
            label={t('planReader.field.every')}
            value={value.every}
            options={RECURRENCES.map((every) => ({ value: every, label: t(`planReader.every.${every}`) }))}
            onChange={(every) => setValue({ ...value, every })}
          />
          {input('what', value.what, (what) => setValue({ ...value, what }), true)}
        </>
      )}
      {value.kind === 'figure' && (
        <>
          <Select
            label={t('planReader.field.use')}
            value={value.use}
            options={USES.map((use) => ({ value: use, label: t(`planReader.use.${use}`) }))}
            onChange={(use) => setValue({ ...value, use })}
          />
          {input('what', value.what, (what) => setValue({ ...value, what }), true)}
          <Select
            label={t('planReader.field.comparison')}
            value={value.comparison}
            options={COMPARISONS.map((each) => ({
              value: each,
              label: `${each} ${t(`planReader.comparison.${each}`)}`,
            }))}
            onChange={(comparison) => setValue({ ...value, comparison })}
          />
          {input('value', number, setNumber)}
          {input('unit', value.unit, (unit) => setValue({ ...value, unit }))}
        </>
      )}
      <Button type="submit" weight="primary" disabled={!isComplete(read)}>
        {t('planReader.save')}
      </Button>
      <Button onClick={onCancel}>{t('planReader.cancel')}</Button>
    </form>
  )
}

const focusOnce = (input: HTMLInputElement | null) => input?.focus()
