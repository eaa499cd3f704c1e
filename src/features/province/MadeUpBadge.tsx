import { useTranslation } from 'react-i18next'
import type { BuiltCity } from '@/io/province/province-file'

/** Badge for a city whose package contains made-up data. */
export function MadeUpBadge({ city }: { readonly city: BuiltCity }) {
  const { t } = useTranslation()
  if (city.package?.dataClass !== 'illustrative') return null
  return (
    <span className="badge" data-class="illustrative">
      {t('dataClass.illustrative')}
    </span>
  )
}
