import { useEffect, useRef, useState } from 'react'

interface Props {
  /** Shown before or above the field, depending on `className`. */
  readonly label: string
  /** Accessible name, where the label alone does not distinguish the field from others. */
  readonly name?: string
  readonly className: string | undefined
  readonly value: string
  onKeep(text: string): void
}

/** A line of text that is saved when its field loses the focus or unmounts; a value saved elsewhere replaces it. */
export function KeptInput({ label, name, className, value, onKeep }: Props) {
  const [text, setText] = useState(value)
  const [of, setOf] = useState(value)
  if (of !== value) {
    setOf(value)
    setText(value)
  }
  /** Text that was passed to `onKeep` and may still be being saved. */
  const handed = useRef<string | null>(null)
  const leave = useRef(() => {})
  useEffect(() => {
    leave.current = () => {
      const line = text.trim()
      if (line === value || line === handed.current) return
      handed.current = line
      onKeep(line)
    }
  })
  // A field that unmounts with its dialog gets no blur event.
  useEffect(() => () => leave.current(), [])
  return (
    <label className={className}>
      <span>{label}</span>
      <input
        aria-label={name}
        value={text}
        onChange={({ target }) => {
          handed.current = null
          setText(target.value)
        }}
        onBlur={() => leave.current()}
      />
    </label>
  )
}
