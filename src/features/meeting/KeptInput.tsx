import { type ComponentProps, useState } from 'react'

interface Props extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onBlur'> {
  readonly value: string
  onKeep(text: string): void
}

/** A line of text that is kept when its field is left; what is kept elsewhere meanwhile takes its place. */
export function KeptInput({ value, onKeep, ...input }: Props) {
  const [text, setText] = useState(value)
  const [of, setOf] = useState(value)
  if (of !== value) {
    setOf(value)
    setText(value)
  }
  return (
    <input
      {...input}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={() => {
        if (text.trim() !== value) onKeep(text.trim())
      }}
    />
  )
}
