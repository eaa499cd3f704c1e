import { useTranslation } from 'react-i18next'
import { CHECK_PARTS, type CheckDraft, type CheckPart, isMissing } from '@/domain/rules/check-parts'
import type { Check } from '@/domain/rules/rule'
import { DatePicker } from '@/ui/controls/DatePicker'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import { Select } from '@/ui/controls/Select'
import { PickMany } from './PickMany'
import classes from './Rules.module.css'
import { useColumnOptions, useTextOptions } from './use-options'

const TYPES = Object.keys(CHECK_PARTS) as Check['type'][]
/** Translation keys of the parts of a check. */
type PartName =
  | 'field'
  | 'part'
  | 'whole'
  | 'flag'
  | 'doneOn'
  | 'since'
  | 'value'
  | 'percent'
  | 'days'
  | 'months'
  | 'day'
  | 'deadline'

interface Props {
  readonly kind: string
  readonly check: CheckDraft
  onChange(check: CheckDraft): void
}

/** Chooses the check type and its parameters. */
export function CheckFields({ kind, check, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <div className={classes.part}>
      <Select
        label={t('rule.part.check')}
        value={check.type}
        options={TYPES.map((type) => ({ value: type, label: t(`rule.check.${type}`) }))}
        onChange={(type) => onChange({ ...check, type })}
      />
      {CHECK_PARTS[check.type].map((part) => (
        <PartField key={part.of + ('name' in part ? part.name : '')} {...{ kind, check, part, onChange }} />
      ))}
    </div>
  )
}

function PartField({ kind, check, part, onChange }: Props & { readonly part: CheckPart }) {
  const { t } = useTranslation()
  const columns = useColumnOptions(kind)
  const texts = useTextOptions(kind, part.of === 'values' ? (check.texts.field ?? '') : '')
  const put = (name: string, text: string) => onChange({ ...check, texts: { ...check.texts, [name]: text } })
  switch (part.of) {
    case 'fields':
      return (
        <PickMany
          label={t('rule.field.fields')}
          options={columns(part.type)}
          chosen={check.fields}
          onChange={(fields) => onChange({ ...check, fields })}
        />
      )
    case 'values':
      return (
        <PickMany
          label={t('rule.field.values')}
          options={texts}
          chosen={check.values}
          typed
          onChange={(values) => onChange({ ...check, values })}
        />
      )
    case 'field':
      return (
        <Select
          label={t(`rule.field.${part.name as PartName}`)}
          value={check.texts[part.name] ?? ''}
          placeholder={t('rule.choose')}
          options={columns(part.type)}
          onChange={(name) => put(part.name, name)}
        />
      )
    case 'number':
      return (
        <label className={classes.field}>
          <span>{t(`rule.field.${part.name as PartName}`)}</span>
          <input
            inputMode="decimal"
            value={check.texts[part.name] ?? ''}
            aria-invalid={(check.texts[part.name] ?? '') !== '' && isMissing(check, part)}
            onChange={({ target }) => put(part.name, target.value)}
          />
        </label>
      )
    case 'day':
      return (
        <DatePicker
          label={t(`rule.field.${part.name as PartName}`)}
          value={check.texts[part.name] ?? ''}
          onChange={(day) => put(part.name, day)}
        />
      )
    case 'deadline':
      return <DeadlineField {...{ kind, check, onChange }} />
  }
}

/** A deadline for all rows, or the column that has each row's own. */
function DeadlineField({ kind, check, onChange }: Props) {
  const { t } = useTranslation()
  const columns = useColumnOptions(kind)
  const { texts } = check
  const isOwn = texts.deadlineField !== undefined && texts.deadlineField !== ''
  const days = columns('day')
  const put = (deadline: string, deadlineField: string) =>
    onChange({ ...check, texts: { ...texts, deadline, deadlineField } })
  return (
    <div className={classes.part}>
      <SegmentedControl
        label={t('rule.field.deadline')}
        value={isOwn ? 'own' : 'all'}
        options={[
          { value: 'all', label: t('rule.field.deadlineAll') },
          { value: 'own', label: t('rule.field.deadlineField') },
        ]}
        onChange={(how) => put(texts.deadline ?? '', how === 'own' ? (days[0]?.value ?? '') : '')}
      />
      {isOwn ? (
        <Select
          label={t('rule.field.deadlineField')}
          value={texts.deadlineField ?? ''}
          options={days}
          onChange={(name) => put(texts.deadline ?? '', name)}
        />
      ) : (
        <DatePicker label={t('rule.field.deadline')} value={texts.deadline ?? ''} onChange={(day) => put(day, '')} />
      )}
    </div>
  )
}
