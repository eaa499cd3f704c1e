import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '@/domain/sources/kinds/field'
import { IDENTITY, MEANINGS, type Meaning } from '@/domain/sources/kinds/meaning'
import { Select } from '@/ui/controls/Select'
import { KindForm, TextField } from './KindForm'
import { type KindFormProps, useKindChange } from './use-kind-change'

const TYPES = ['flag', 'text', 'number', 'day'] as const satisfies readonly Field['type'][]
const NOTHING = { title: '', type: 'flag' as Field['type'], unit: '', means: '' as Meaning | '', values: '' }

/** Form that adds a field to a kind. */
export function NewField({ kind }: KindFormProps) {
  const { t } = useTranslation()
  const state = useKindChange()
  const [field, setField] = useState(NOTHING)
  const { type, means } = field
  const put = (part: Partial<typeof NOTHING>) => setField({ ...field, ...part })
  const title = field.title.trim()
  // Each meaning occurs at most once per kind; identity fields can only be declared together with the kind.
  const isIdentity = (each: Meaning) => (IDENTITY as readonly Meaning[]).includes(each)
  const free = (Object.keys(MEANINGS) as Meaning[]).filter(
    (each) => MEANINGS[each] === type && !isIdentity(each) && !kind.fields.some((other) => other.means === each),
  )
  const isTaken = kind.fields.some((each) => each.title.zh === title || each.headings.includes(title))
  return (
    <KindForm
      state={state}
      missing={title === '' ? [t('kinds.name')] : []}
      refused={isTaken ? [t('kinds.nameTaken', { title })] : []}
      onSave={async (said) => {
        const values = type === 'text' ? field.values.split(/[、,，;；]/).map((each) => each.trim()) : []
        const change = { ...field, title, unit: type === 'number' ? field.unit.trim() : '' }
        const label = t('kinds.labelField', { kind: kind.title.zh, what: title, ...said })
        const made = { ...change, what: 'field', kind: kind.id, values: values.filter(Boolean) } as const
        const isDone = await state.save(made, said, label)
        if (isDone) setField(NOTHING)
        return isDone
      }}
    >
      <TextField label={t('kinds.name')} value={field.title} onChange={(text) => put({ title: text })} />
      <Select
        label={t('kinds.type')}
        value={type}
        options={TYPES.map((value) => ({ value, label: t(`kinds.types.${value}`) }))}
        onChange={(next) => put({ type: next, means: '' })}
      />
      {type === 'number' && <TextField label={t('kinds.unit')} value={field.unit} onChange={(unit) => put({ unit })} />}
      {type === 'text' && (
        <TextField
          label={t('kinds.values')}
          value={field.values}
          longest={400}
          onChange={(values) => put({ values })}
        />
      )}
      <Select<Meaning | 'none'>
        label={t('kinds.means')}
        value={means || 'none'}
        options={[
          { value: 'none', label: t('kinds.noMeaning') },
          ...free.map((value) => ({ value, label: t(`kinds.meanings.${value}`) })),
        ]}
        onChange={(next) => put({ means: next === 'none' ? '' : next })}
      />
    </KindForm>
  )
}
