import { useTranslation } from 'react-i18next'
import type { MadeCity } from '@/io/province/province-file'

/** Says of a city whose package holds made-up data that it does. */
export function MadeUpBadge({ city }: { readonly city: MadeCity }) {
  const { t } = useTranslation()
  if (city.package?.dataClass !== 'illustrative') return null
  return (
    <span className="badge" data-class="illustrative">
      {t('dataClass.illustrative')}
    </span>
  )
}
