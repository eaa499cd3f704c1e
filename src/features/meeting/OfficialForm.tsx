import { useTranslation } from 'react-i18next'
import type { OfficialFields } from '@/domain/bulletin/official'
import { DatePicker } from '@/ui/controls/DatePicker'
import form from '@/ui/form.module.css'
import classes from './OfficialForm.module.css'

const TEXTS = ['head', 'number', 'to', 'office', 'copyTo', 'issuedBy'] as const
const DAYS = ['signedOn', 'issuedOn'] as const

interface Props {
  readonly fields: OfficialFields
  /** What the paper has as its number while none is written. */
  readonly blankNumber: string
  onChange(fields: OfficialFields): void
}

/** What an office writes on a paper beside its text: number, receivers, signature, dates. */
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
