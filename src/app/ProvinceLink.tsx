import { IconMap2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { provinceAddress, provinceFolder } from '@/store/province/province-address'
import classes from './Header.module.css'

/** Link back to the province named in the URL, with the shown month; nothing if the URL names none. */
export function ProvinceLink({ className }: { readonly className?: string | undefined }) {
  const { t } = useTranslation()
  const month = useChentu((state) => state.view.month)
  const folder = provinceFolder(location.search)
  if (folder === null) return null
  return (
    <a className={className} href={provinceAddress(folder, month)} title={t('province.toProvince')}>
      <IconMap2 size={18} aria-hidden="true" />
      <span className={classes.long}>{t('province.toProvince')}</span>
      <span className={classes.short} aria-hidden="true">
        {t('province.toProvinceShort')}
      </span>
    </a>
  )
}
