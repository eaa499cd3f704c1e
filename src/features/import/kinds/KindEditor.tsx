import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { kindWithId } from '@/domain/sources/kinds/kind'
import { useKinds } from '@/store/words/kinds'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import { Select } from '@/ui/controls/Select'
import classes from './Kinds.module.css'
import { NewField } from './NewField'
import { NewHeading } from './NewHeading'
import { SymbolForm } from './SymbolForm'

const CHANGES = ['field', 'heading', 'symbol'] as const
type Change = (typeof CHANGES)[number]
const FORMS = { field: NewField, heading: NewHeading, symbol: SymbolForm }

/** Editor of one kind: its fields with the headings that identify each, and forms for what can be changed. */
export default function KindEditor() {
  const { t, i18n } = useTranslation()
  const kinds = useKinds()
  const [chosen, setChosen] = useState('')
  const [what, setWhat] = useState<Change>('field')
  const kind = kindWithId(kinds, chosen) ?? kinds[0]
  if (!kind) return null
  const Form = FORMS[what]
  return (
    <div className={classes.part}>
      <Select<string>
        label={t('kinds.kind')}
        value={kind.id}
        options={kinds.map(({ id, title }) => ({ value: id, label: inLanguage(title, i18n.language) }))}
        onChange={setChosen}
      />
      <details>
        <summary>{t('kinds.fields', { count: kind.fields.length })}</summary>
        <ul className={classes.fields}>
          {kind.fields.map(({ name, title, type, headings }) => (
            <li key={name}>
              {t('kinds.known', {
                title: inLanguage(title, i18n.language),
                type: t(`kinds.types.${type}`),
                headings: headings.join(t('ui.comma')),
              })}
            </li>
          ))}
        </ul>
      </details>
      <SegmentedControl<Change>
        label={t('kinds.what')}
        value={what}
        options={CHANGES.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={setWhat}
      />
      {/* The key resets half-filled forms when another kind is chosen. */}
      <Form key={kind.id} kind={kind} />
    </div>
  )
}
