import { IconMap2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { cityPath, provinceAddress, provinceFolder } from '@/store/province/province-address'
import classes from './Header.module.css'

/** Link back to the province named in the URL, with the shown month and county; nothing if the URL names none. */
export function ProvinceLink({ className }: { readonly className?: string | undefined }) {
  const { t } = useTranslation()
  const month = useChentu((state) => state.view.month)
  const folder = provinceFolder(location.search)
  const focus = useChentu((state) => state.view.county)
  if (folder === null) return null
  const city = cityPath(folder, location.search)
  return (
    <a
      className={className}
      href={provinceAddress(folder, month, city !== null && focus !== null ? `${city}/${focus}` : null)}
      title={t('province.toProvince')}
    >
      <IconMap2 size={18} aria-hidden="true" />
      <span className={classes.long}>{t('province.toProvince')}</span>
      <span className={classes.short} aria-hidden="true">
        {t('province.toProvinceShort')}
      </span>
    </a>
  )
}
