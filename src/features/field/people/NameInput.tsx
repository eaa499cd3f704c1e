import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  readonly name: string
  onName(name: string): void
  /** Called on each keystroke with what is in the field. */
  onTyped?(typed: string): void
}

/** A name field that reports its value on blur or Enter, not on each keystroke. */
export function NameInput({ name, onName, onTyped }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(name)
  /** What was reported last: leaving the field after Enter reports nothing new. */
  const [given, setGiven] = useState(name)
  const give = () => {
    const whole = typed.trim()
    // Whatever is written meanwhile carries the current name, so the field shows it again.
    if (whole === '') return setTyped(given)
    if (whole === given) return
    setGiven(whole)
    onName(whole)
  }
  return (
    <label>
      <span>{t('check.author')}</span>
      <input
        value={typed}
        maxLength={40}
        autoComplete="off"
        onChange={({ target }) => {
          setTyped(target.value)
          onTyped?.(target.value.trim())
        }}
        onBlur={give}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          // A form around it is not submitted: the key ends the name, no more.
          event.preventDefault()
          give()
        }}
      />
    </label>
  )
}
