import form from '@/ui/form.module.css'

const MAX_LENGTH = 40

interface Props {
  readonly label: string
  readonly value: string
  onChange(value: string): void
}

/** A required field for the name of the person who makes a record. */
export function RecordedBy({ label, value, onChange }: Props) {
  return (
    <label className={form.field}>
      <span>{label}</span>
      <input value={value} aria-required maxLength={MAX_LENGTH} onChange={({ target }) => onChange(target.value)} />
    </label>
  )
}
