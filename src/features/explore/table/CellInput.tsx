import { type KeyboardEvent, useRef } from 'react'
import classes from './Editing.module.css'

interface Props {
  readonly label: string
  readonly text: string
  readonly isNumber: boolean
  /** Takes the text; returns false if it is invalid. */
  onPut(text: string): boolean
  onClose(): void
}

/** A text field in a cell: Enter and Tab accept the text, Escape discards it. */
export function CellInput({ label, text, isNumber, onPut, onClose }: Props) {
  const input = useRef<HTMLInputElement>(null)
  /** True once the edit was accepted or discarded; a later blur is then ignored. */
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
      // biome-ignore lint/a11y/noAutofocus: the user opened the editor in order to type
      autoFocus
      onFocus={({ target }) => target.select()}
      onKeyDown={onKeyDown}
      onBlur={() => !isDone.current && take()}
    />
  )
}
