import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { SHAPES } from '@/domain/sources/kinds/shape'
import { ShapeSymbol } from '@/map/overlay/SourceSymbol'
import { useKinds } from '@/store/words/kinds'
import { Select } from '@/ui/controls/Select'
import { KindForm, TextField } from './KindForm'
import classes from './Kinds.module.css'
import { type KindFormProps, useKindChange } from './use-kind-change'

/** Form for the shape, sign and group of a kind. */
export function SymbolForm({ kind }: KindFormProps) {
  const { t, i18n } = useTranslation()
  const state = useKindChange()
  const [shape, setShape] = useState(kind.symbol.shape)
  const [mark, setMark] = useState(kind.symbol.mark ?? '')
  const [group, setGroup] = useState(kind.group?.id ?? '')
  const kinds = useKinds()
  const alike = kinds.find(
    ({ id, symbol }) => id !== kind.id && symbol.shape === shape && (symbol.mark ?? '') === mark.trim(),
  )
  const groups = new Map(kinds.flatMap((each) => (each.group ? [[each.group.id, each.group]] : [])))
  return (
    <KindForm
      state={state}
      missing={[]}
      onSave={(said) => {
        const label = t('kinds.labelSymbol', { kind: kind.title.zh, ...said })
        return state.save({ what: 'symbol', kind: kind.id, shape, mark: mark.trim(), group }, said, label)
      }}
    >
      <p className={classes.preview}>
        <ShapeSymbol shape={shape} mark={mark.trim()} status="fine" />
      </p>
      {alike && <p role="status">{t('kinds.signTaken', { kind: inLanguage(alike.title, i18n.language) })}</p>}
      <Select
        label={t('kinds.shape')}
        value={shape}
        options={SHAPES.map((value) => ({ value, label: t(`kinds.shapes.${value}`) }))}
        onChange={setShape}
      />
      <TextField label={t('kinds.mark')} value={mark} longest={1} onChange={setMark} />
      <Select<string>
        label={t('kinds.group')}
        value={group}
        options={[
          { value: '', label: t('kinds.noGroup') },
          ...[...groups.values()].map(({ id, title }) => ({ value: id, label: inLanguage(title, i18n.language) })),
        ]}
        onChange={setGroup}
      />
    </KindForm>
  )
}
