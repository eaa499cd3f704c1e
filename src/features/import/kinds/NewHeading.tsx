import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { Select } from '@/ui/controls/Select'
import { KindForm, TextField } from './KindForm'
import { type KindFormProps, useKindChange } from './use-kind-change'

/** Form that adds another heading under which offices keep a column. */
export function NewHeading({ kind }: KindFormProps) {
  const { t, i18n } = useTranslation()
  const state = useKindChange()
  const [chosen, setChosen] = useState('')
  const [text, setText] = useState('')
  const heading = text.trim()
  const missing = [...(chosen === '' ? [t('kinds.ofField')] : []), ...(heading === '' ? [t('kinds.newHeading')] : [])]
  const taken = kind.fields.find(({ title, headings }) => heading === title.zh || headings.includes(heading))
  return (
    <KindForm
      state={state}
      missing={missing}
      refused={taken ? [t('kinds.headingTaken', { heading, title: inLanguage(taken.title, i18n.language) })] : []}
      onSave={async (said) => {
        const label = t('kinds.labelHeading', { kind: kind.title.zh, what: heading, ...said })
        const isDone = await state.save({ what: 'heading', kind: kind.id, field: chosen, heading }, said, label)
        if (isDone) setText('')
        return isDone
      }}
    >
      <Select<string>
        label={t('kinds.ofField')}
        value={chosen}
        options={kind.fields.map(({ name, title }) => ({ value: name, label: inLanguage(title, i18n.language) }))}
        onChange={setChosen}
      />
      <TextField label={t('kinds.newHeading')} value={text} onChange={setText} />
    </KindForm>
  )
}
