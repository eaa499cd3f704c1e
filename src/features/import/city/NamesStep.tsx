import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CityDraft } from '@/domain/city/city-draft'
import { cityCodeOf, countiesOf, countiesOfLines, linesOf } from '@/domain/city/county-list'
import { type OutlineColumns, outlineColumns } from '@/domain/city/outline-columns'
import { useCity } from '@/store/city'
import { Select } from '@/ui/controls/Select'
import { CountyTable } from './CountyTable'
import { Field } from './Field'
import { LinesField } from './LinesField'
import classes from './NewCity.module.css'

/** Names and codes of the city and its counties: taken from columns of the outline file, or typed. */
export function NamesStep({ draft }: { readonly draft: CityDraft }) {
  const { t } = useTranslation()
  const put = useCity((state) => state.put)
  const { features, columns, counties } = draft
  const headings = useMemo(() => outlineColumns(features), [features])
  const options = [{ value: '', label: t('city.names.none') }, ...headings.map((value) => ({ value, label: value }))]
  function choose(part: Partial<OutlineColumns>) {
    const chosen = { ...columns, ...part }
    const found = countiesOf(features, chosen, counties)
    put({ columns: chosen, counties: found, code: draft.code || cityCodeOf(found) })
  }
  return (
    <div className={classes.form}>
      <div className={classes.row}>
        <Field
          label={t('city.names.city')}
          value={draft.zh}
          hint={t('city.names.cityHint')}
          longest={20}
          onChange={(zh) => put({ zh })}
        />
        <Field
          label={t('city.names.code')}
          value={draft.code}
          mode="numeric"
          longest={6}
          onChange={(code) => put({ code })}
        />
        <Field
          label={t('city.names.year')}
          value={draft.year}
          mode="numeric"
          longest={4}
          onChange={(year) => put({ year })}
        />
        <Field label={t('city.names.en')} value={draft.en} longest={40} onChange={(en) => put({ en })} />
      </div>
      {headings.length > 0 && (
        <div className={classes.row}>
          <Select
            label={t('city.names.columnName')}
            value={columns.name}
            options={options}
            onChange={(name) => choose({ name })}
          />
          <Select
            label={t('city.names.columnCode')}
            value={columns.code}
            options={options}
            onChange={(code) => choose({ code })}
          />
        </div>
      )}
      <LinesField
        label={t('city.names.without')}
        hint={t('city.names.withoutHint')}
        text={linesOf(counties)}
        onChange={(text) => {
          const drawn = counties.filter(({ outlines }) => outlines.length > 0)
          put({ counties: [...drawn, ...countiesOfLines(text, counties)] })
        }}
      />
      {counties.length > 0 && <CountyTable counties={counties} onChange={(next) => put({ counties: next })} />}
    </div>
  )
}
