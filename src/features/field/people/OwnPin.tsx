import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeople } from '@/store/device/people'
import { canKeepPins, isPinForm, keepPin } from '@/store/device/person-pin'
import { Button } from '@/ui/controls/Button'
import classes from './People.module.css'
import { PinPrompt } from './PinPrompt'

/** Sets the author's own PIN, or removes it after asking for it. */
export function OwnPin({ name }: { readonly name: string }) {
  const { t } = useTranslation()
  const { people, setPin } = usePeople()
  const has = Boolean(people.find((each) => each.name === name)?.pin)
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [again, setAgain] = useState('')
  const [message, setMessage] = useState('')
  const [busy, setBusy] = useState(false)
  if (!canKeepPins()) return null

  async function keep(event: FormEvent) {
    event.preventDefault()
    if (again !== typed) {
      setAgain('')
      return setMessage(t('people.pinDiffers'))
    }
    setBusy(true)
    setMessage('')
    try {
      setPin(name, await keepPin(typed))
      close()
    } catch (error) {
      setMessage(t('people.pinNotKept', { reason: error instanceof Error ? error.message : String(error) }))
    } finally {
      setBusy(false)
    }
  }

  function close() {
    setTyped('')
    setAgain('')
    setMessage('')
    setOpen(false)
  }

  if (!open)
    return <Button onClick={() => setOpen(true)}>{t(has ? 'people.pinRemove' : 'people.pinSet', { name })}</Button>
  if (has)
    return (
      <PinPrompt
        name={name}
        onRight={() => {
          setPin(name, null)
          setOpen(false)
        }}
        onCancel={() => setOpen(false)}
      />
    )
  return (
    <form className={classes.form} aria-label={t('people.pinSet', { name })} onSubmit={(event) => void keep(event)}>
      {(
        [
          ['pinNew', typed, setTyped],
          ['pinAgain', again, setAgain],
        ] as const
      ).map(([label, value, onType]) => (
        <label key={label}>
          <span>{t(`people.${label}`)}</span>
          <input
            type="password"
            inputMode="numeric"
            autoComplete="off"
            maxLength={8}
            value={value}
            onChange={({ target }) => onType(target.value)}
          />
        </label>
      ))}
      {message && <p role="alert">{message}</p>}
      <p className="quiet">{t('people.pinHelp')}</p>
      <div className={classes.chips}>
        <Button
          weight="primary"
          type="submit"
          disabled={!isPinForm(typed) || !isPinForm(again) || busy}
          aria-busy={busy}
        >
          {t('people.pinKeep')}
        </Button>
        <Button onClick={close}>{t('people.back')}</Button>
      </div>
    </form>
  )
}
