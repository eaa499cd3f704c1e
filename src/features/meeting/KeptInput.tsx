import { useEffect, useRef, useState } from 'react'

interface Props {
  /** Stands before or over the field, as the class of both lays them out. */
  readonly label: string
  /** What a screen reader says in its place, where the label alone would not tell it from others. */
  readonly name?: string
  readonly className: string | undefined
  readonly value: string
  onKeep(text: string): void
}

/** A line of text that is kept when its field is left, or goes; what is kept elsewhere meanwhile takes its place. */
export function KeptInput({ label, name, className, value, onKeep }: Props) {
  const [text, setText] = useState(value)
  const [of, setOf] = useState(value)
  if (of !== value) {
    setOf(value)
    setText(value)
  }
  /** What was handed on and is perhaps still on its way. */
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
  // No field that goes with its dialog is told that it was left.
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
