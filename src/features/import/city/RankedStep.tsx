import { useTranslation } from 'react-i18next'
import type { CityDraft } from '@/domain/city/city-draft'
import { useCity } from '@/store/city'
import { Button } from '@/ui/controls/Button'
import classes from './NewCity.module.css'
import { OutlinePreview } from './OutlinePreview'

/** Which counties take part in the ranking. */
export function RankedStep({ draft }: { readonly draft: CityDraft }) {
  const { t } = useTranslation()
  const put = useCity((state) => state.put)
  const { counties } = draft
  const setAll = (ranked: boolean) => put({ counties: counties.map((each) => ({ ...each, ranked })) })
  const ranked = counties.filter((each) => each.ranked).length
  return (
    <div className={classes.columns}>
      <div className={classes.form}>
        <p>{t('city.ranked.help')}</p>
        <p role="status">{t('city.ranked.count', { ranked, count: counties.length })}</p>
        <div className={classes.buttons}>
          <Button onClick={() => setAll(true)}>{t('city.ranked.all')}</Button>
          <Button onClick={() => setAll(false)}>{t('city.ranked.none')}</Button>
        </div>
        <ul className={classes.checks}>
          {counties.map((county, place) => (
            <li key={`${county.code} ${county.name}`}>
              <label className={classes.radio}>
                <input
                  type="checkbox"
                  checked={county.ranked}
                  onChange={({ target }) =>
                    put({
                      counties: counties.map((each, i) => (i === place ? { ...each, ranked: target.checked } : each)),
                    })
                  }
                />
                <span>{county.name || county.code}</span>
              </label>
            </li>
          ))}
        </ul>
      </div>
      <OutlinePreview draft={draft} />
    </div>
  )
}
