import { useId, useState } from 'react'
import formClasses from '@/ui/form.module.css'

interface Props {
  readonly label: string
  readonly hint: string
  readonly text: string
  onChange(text: string): void
}

const ROWS = 4

/** A multi-line text input. It keeps the text exactly as typed; the parsed value may be formatted differently. */
export function LinesField({ label, hint, text, onChange }: Props) {
  const id = useId()
  const [typed, setTyped] = useState(text)
  return (
    <label className={formClasses.field}>
      <span>{label}</span>
      <textarea
        rows={ROWS}
        value={typed}
        aria-describedby={id}
        onChange={({ target }) => {
          setTyped(target.value)
          onChange(target.value)
        }}
      />
      <small id={id} className="quiet">
        {hint}
      </small>
    </label>
  )
}
