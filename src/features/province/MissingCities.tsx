import { useTranslation } from 'react-i18next'
import type { ProvinceIndex } from '@/io/province/province-file'
import { monthName } from '@/store/words/month-name'
import { cityName, missingCityText } from './county-rows'
import classes from './Province.module.css'

/** The cities that are missing from a month's ranking, and why. */
export function MissingCities({ index, month }: { readonly index: ProvinceIndex; readonly month: string }) {
  const { t, i18n } = useTranslation()
  const lacking = index.cities.flatMap((city) => {
    const why = missingCityText(t, city, month, (of) => monthName(t, of))
    return why === null ? [] : [{ path: city.path, name: cityName(city, i18n.language), why }]
  })
  if (lacking.length === 0) return null
  return (
    <details className={classes.lacking} open={lacking.length < 4}>
      <summary>{t('province.lacking.title', { count: lacking.length })}</summary>
      <ul>
        {lacking.map(({ path, name, why }) => (
          <li key={path}>
            <b>{name}</b> {why}
          </li>
        ))}
      </ul>
    </details>
  )
}
