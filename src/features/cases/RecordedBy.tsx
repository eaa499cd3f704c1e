import form from '@/ui/form.module.css'
import type { Recorder } from './use-recorder'

const MAX_LENGTH = 40

interface Props {
  readonly label: string
  readonly of: Recorder
}

/** A required field for the name of the person who makes a record. */
export function RecordedBy({ label, of: { value, setTyped } }: Props) {
  return (
    <label className={form.field}>
      <span>{label}</span>
      <input value={value} aria-required maxLength={MAX_LENGTH} onChange={({ target }) => setTyped(target.value)} />
    </label>
  )
}
