import { useTranslation } from 'react-i18next'
import type { CityDraft } from '@/domain/city/city-draft'
import { useCity } from '@/store/city'
import { Field } from './Field'
import classes from './NewCity.module.css'

/** The dustfall limit and the document that sets it. */
export function LimitStep({ draft }: { readonly draft: CityDraft }) {
  const { t } = useTranslation()
  const put = useCity((state) => state.put)
  return (
    <div className={classes.form}>
      <p>{t('city.limit.help')}</p>
      <div className={classes.limit}>
        <Field
          label={t('city.limit.value')}
          value={draft.limit}
          mode="decimal"
          longest={6}
          onChange={(limit) => put({ limit })}
        />
        <Field
          label={t('city.limit.source')}
          value={draft.limitSource}
          hint={t('city.limit.sourceHint')}
          onChange={(limitSource) => put({ limitSource })}
        />
      </div>
    </div>
  )
}
