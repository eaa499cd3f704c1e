import { useTranslation } from 'react-i18next'
import type { OfficialFields } from '@/domain/bulletin/official'
import { DatePicker } from '@/ui/controls/DatePicker'
import form from '@/ui/form.module.css'
import classes from './OfficialForm.module.css'

const TEXTS = ['head', 'number', 'to', 'office', 'copyTo', 'issuedBy'] as const
const DAYS = ['signedOn', 'issuedOn'] as const

interface Props {
  readonly fields: OfficialFields
  /** Placeholder for the document number. */
  readonly blankNumber: string
  onChange(fields: OfficialFields): void
}

/** The office's lines around a paper's text: document number, recipients, signature, dates. */
export function OfficialForm({ fields, blankNumber, onChange }: Props) {
  const { t } = useTranslation()
  const hints: Partial<Record<keyof OfficialFields, string>> = {
    head: t('meeting.docx.headHelp'),
    number: fields.number ? '' : blankNumber,
  }
  return (
    <div className={classes.official}>
      {TEXTS.map((name) => (
        <label key={name} className={form.field}>
          <span>{t(`meeting.docx.${name}`)}</span>
          <input
            value={fields[name]}
            placeholder={hints[name]}
            onChange={({ target }) => onChange({ ...fields, [name]: target.value })}
          />
        </label>
      ))}
      {DAYS.map((name) => (
        <DatePicker
          key={name}
          label={t(`meeting.docx.${name}`)}
          value={fields[name]}
          clearable
          onChange={(day) => onChange({ ...fields, [name]: day })}
        />
      ))}
    </div>
  )
}
