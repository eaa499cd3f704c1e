import formClasses from '@/ui/form.module.css'

interface Props {
  readonly label: string
  readonly value: string
  readonly hint?: string
  /** Which on-screen keyboard a tablet shows. */
  readonly mode?: 'text' | 'decimal' | 'numeric'
  readonly longest?: number
  onChange(text: string): void
}

/** A single-line text input under its label. */
export function Field({ label, value, hint, mode = 'text', longest = 120, onChange }: Props) {
  return (
    <label className={formClasses.field}>
      <span>{label}</span>
      <input
        value={value}
        placeholder={hint}
        inputMode={mode}
        maxLength={longest}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  )
}
