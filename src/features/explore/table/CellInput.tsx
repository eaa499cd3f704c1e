import { type KeyboardEvent, useRef } from 'react'
import classes from './Editing.module.css'

interface Props {
  readonly label: string
  readonly text: string
  readonly isNumber: boolean
  /** Whether the text can stand in the cell. */
  onPut(text: string): boolean
  onClose(): void
}

/** A cell to write in: Enter and Tab take what was written, Escape leaves the cell as it was. */
export function CellInput({ label, text, isNumber, onPut, onClose }: Props) {
  const input = useRef<HTMLInputElement>(null)
  /** Once it was answered, losing the focus takes nothing anew. */
  const isDone = useRef(false)

  function take() {
    const field = input.current!
    if (field.value !== text && !onPut(field.value)) {
      field.setAttribute('aria-invalid', 'true')
      return
    }
    leave()
  }
  function leave() {
    isDone.current = true
    onClose()
  }
  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      take()
    }
  }

  return (
    <input
      ref={input}
      className={classes.input}
      aria-label={label}
      defaultValue={text}
      inputMode={isNumber ? 'decimal' : 'text'}
      maxLength={500}
      // biome-ignore lint/a11y/noAutofocus: it was opened to be written in
      autoFocus
      onFocus={({ target }) => target.select()}
      onKeyDown={onKeyDown}
      onBlur={() => !isDone.current && take()}
    />
  )
}
