import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHold } from '@/features/field/use-hold'
import { usePeople } from '@/store/device/people'
import { isCorrectPin, isPinForm } from '@/store/device/person-pin'
import { useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import { ReasonForm } from '@/ui/ReasonForm'
import classes from './People.module.css'

const REASONS = ['forgot', 'mistyped', 'left'] as const

interface Props {
  readonly name: string
  /** Called when the PIN was right, or was cleared with a reason. */
  onRight(): void
  onCancel(): void
}

/**
 * Asks for the PIN of a name. A forgotten PIN is cleared with a reason, which that person's records of the day include.
 */
export function PinPrompt({ name, onRight, onCancel }: Props) {
  const { t } = useTranslation()
  // The reason becomes part of the day's records, so it is in the office's language.
  const ofOffice = useOfficeTexts()
  const { people, clearPin } = usePeople()
  const hold = useHold()
  const kept = people.find((each) => each.name === name)?.pin ?? null
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [by, setBy] = useState('')
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const [isForgotten, setIsForgotten] = useState(false)

  useEffect(() => field.current?.focus(), [])

  async function check(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setMessage('')
    const isRight = kept === null || (await isCorrectPin(typed, kept).catch(() => false))
    setBusy(false)
    if (isRight) return onRight()
    setTyped('')
    setMessage(t('people.pinWrong'))
  }

  if (isForgotten)
    return (
      <ReasonForm
        title={t('people.clearTitle', { name })}
        warning={t('people.clearHelp', { name })}
        reasons={REASONS.map((each) => ofOffice(`people.clearReason.${each}`))}
        confirm={t('people.clear')}
        hold={hold}
        author={{ value: by, onChange: setBy }}
        onGive={async (reason) => {
          clearPin(name, { at: new Date().toISOString(), reason, by: by.trim() })
          onRight()
        }}
        onCancel={() => setIsForgotten(false)}
      />
    )
  return (
    <form className={classes.form} onSubmit={(event) => void check(event)}>
      <label>
        <span>{t('people.pinOf', { name })}</span>
        <input
          type="password"
          inputMode="numeric"
          autoComplete="off"
          ref={field}
          maxLength={8}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      {message && <p role="alert">{message}</p>}
      <div className={classes.chips}>
        <Button weight="primary" type="submit" disabled={!isPinForm(typed) || busy} aria-busy={busy}>
          {t('people.pinConfirm')}
        </Button>
        <Button onClick={() => setIsForgotten(true)}>{t('people.forgot')}</Button>
        <Button onClick={onCancel}>{t('people.back')}</Button>
      </div>
    </form>
  )
}
