import { useState } from 'react'

interface Props {
  /** Stands before or over the field, as the class of both lays them out. */
  readonly label: string
  /** What a screen reader says in its place, where the label alone would not tell it from others. */
  readonly name?: string
  readonly className: string | undefined
  readonly value: string
  onKeep(text: string): void
}

/** A line of text that is kept when its field is left; what is kept elsewhere meanwhile takes its place. */
export function KeptInput({ label, name, className, value, onKeep }: Props) {
  const [text, setText] = useState(value)
  const [of, setOf] = useState(value)
  if (of !== value) {
    setOf(value)
    setText(value)
  }
  return (
    <label className={className}>
      <span>{label}</span>
      <input
        aria-label={name}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => {
          if (text.trim() !== value) onKeep(text.trim())
        }}
      />
    </label>
  )
}
