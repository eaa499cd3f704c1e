import { useTranslation } from 'react-i18next'
import form from '@/ui/form.module.css'

interface Props {
  readonly label: string
  readonly value: string
  /** Number of letters that can be saved. */
  readonly most: number
  /** Number of letters that tablets show of it; absent if they show all or nothing. */
  readonly onTablets?: number | undefined
  readonly rows?: number
  readonly isRequired?: boolean
  onChange(value: string): void
}

/** Whether a text is longer than can be saved. */
export const isTooLong = (text: string, most: number): boolean => text.trim().length > most

/**
 * A field for a text of some sentences. It takes a longer one than can be saved and says so: a limit of the field itself
 * would cut a pasted text without a word.
 */
export function LongTextField({ label, value, most, onTablets, rows = 2, isRequired = false, onChange }: Props) {
  const { t } = useTranslation()
  const count = value.trim().length
  return (
    <>
      <label className={form.field}>
        <span>{label}</span>
        <textarea
          rows={rows}
          value={value}
          aria-required={isRequired || undefined}
          onChange={({ target }) => onChange(target.value)}
        />
      </label>
      {isTooLong(value, most) ? (
        <p role="alert">{t('cases.form.tooLong', { what: label, count, most })}</p>
      ) : (
        onTablets !== undefined &&
        count > onTablets && <p role="note">{t('cases.form.onTablets', { what: label, count, shown: onTablets })}</p>
      )}
    </>
  )
}
