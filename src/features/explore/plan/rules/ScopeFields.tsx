import { useTranslation } from 'react-i18next'
import { emptyScope, SCOPE_FORMS, type ScopeDraft, type ScopeForm } from '@/domain/rules/rule-draft'
import type { Field } from '@/domain/sources/kinds/field'
import { Button } from '@/ui/controls/Button'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import { Select } from '@/ui/controls/Select'
import { PickMany } from './PickMany'
import classes from './Rules.module.css'
import { useColumnOptions, useCountyOptions, useTextOptions } from './use-options'

interface Props {
  readonly kind: string
  readonly scope: readonly ScopeDraft[]
  onChange(scope: readonly ScopeDraft[]): void
}

/** Conditions for the rows that the rule applies to: all must hold; without any, it applies to all rows. */
export function ScopeFields({ kind, scope, onChange }: Props) {
  const { t } = useTranslation()
  const put = (at: number, each: ScopeDraft) => onChange(scope.map((other, i) => (i === at ? each : other)))
  return (
    <fieldset className={classes.many}>
      <legend>{t('rule.part.scope')}</legend>
      {scope.length === 0 && <p className="quiet">{t('rule.scopeAll')}</p>}
      {scope.map((each, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order is fixed, and two conditions may be equal
        <div key={i} className={classes.condition}>
          <Select
            label={t('rule.scopeHow', { nth: i + 1 })}
            value={each.form}
            options={SCOPE_FORMS.map((form) => ({ value: form, label: t(`rule.scopeForm.${form}`) }))}
            onChange={(form) => put(i, emptyScope(form))}
          />
          <ConditionFields kind={kind} each={each} onChange={(changed) => put(i, changed)} />
          <Button weight="quiet" onClick={() => onChange(scope.filter((_, place) => place !== i))}>
            {t('rule.scopeRemove', { nth: i + 1 })}
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...scope, emptyScope('is')])}>{t('rule.scopeAdd')}</Button>
    </fieldset>
  )
}

/** Type of the column that each condition reads. */
const TYPE_OF: Readonly<Record<Exclude<ScopeForm, 'counties'>, Field['type']>> = {
  is: 'flag',
  oneOf: 'text',
  equals: 'number',
}

interface ConditionProps {
  readonly kind: string
  readonly each: ScopeDraft
  onChange(each: ScopeDraft): void
}

function ConditionFields({ kind, each, onChange }: ConditionProps) {
  const { t } = useTranslation()
  const columns = useColumnOptions(kind)
  const counties = useCountyOptions()
  const texts = useTextOptions(kind, each.form === 'oneOf' ? each.field : '')
  if (each.form === 'counties') {
    return (
      <PickMany
        label={t('rule.field.counties')}
        options={counties}
        chosen={each.values}
        onChange={(values) => onChange({ ...each, values })}
      />
    )
  }
  return (
    <>
      <Select
        label={t('rule.field.field')}
        value={each.field}
        placeholder={t('rule.choose')}
        options={columns(TYPE_OF[each.form])}
        onChange={(field) => onChange({ ...each, field, values: [] })}
      />
      {each.form === 'is' && (
        <SegmentedControl
          label={t('rule.field.is')}
          value={each.is ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: t('rule.field.yes') },
            { value: 'no', label: t('rule.field.no') },
          ]}
          onChange={(is) => onChange({ ...each, is: is === 'yes' })}
        />
      )}
      {each.form === 'oneOf' && each.field !== '' && (
        <PickMany
          label={t('rule.field.values')}
          options={texts}
          chosen={each.values}
          typed
          onChange={(values) => onChange({ ...each, values })}
        />
      )}
      {each.form === 'equals' && (
        <label className={classes.field}>
          <span>{t('rule.field.equals')}</span>
          <input
            inputMode="decimal"
            value={each.number}
            onChange={({ target }) => onChange({ ...each, number: target.value })}
          />
        </label>
      )}
    </>
  )
}
