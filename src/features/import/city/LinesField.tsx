import { useId, useState } from 'react'
import formClasses from '@/ui/form.module.css'

interface Props {
  readonly label: string
  readonly hint: string
  readonly text: string
  onChange(text: string): void
}

const ROWS = 4

/** Several lines to be typed. What is typed stands as it is: what was understood of it may be written otherwise. */
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
