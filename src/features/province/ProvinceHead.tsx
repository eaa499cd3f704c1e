import { IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ProvinceIndex } from '@/io/province/province-file'
import { usePreferences } from '@/store/device/preferences'
import { HelpLink } from '@/ui/controls/HelpLink'
import classes from './Province.module.css'

/** Header: the province's name, a note if any of its data is made up, language and theme. */
export function ProvinceHead({ name, index }: { readonly name: string; readonly index: ProvinceIndex | null }) {
  const { t } = useTranslation()
  const { language, theme, setLanguage, setTheme } = usePreferences()
  const isMadeUp = index?.cities.some((city) => city.package?.dataClass === 'illustrative') ?? false
  return (
    <header className={classes.head}>
      <h1>{t('app.name')}</h1>
      <span>{name}</span>
      {isMadeUp && (
        <span className="badge" data-class="illustrative">
          {t('province.illustrative')}
        </span>
      )}
      <span className={classes.fill} />
      <HelpLink page="province" className={classes.help!} />
      <button
        type="button"
        aria-label={t('app.language')}
        onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}
      >
        {t('app.languageShort')}
      </button>
      <button
        type="button"
        aria-label={t('app.theme.switch')}
        title={t('app.theme.switch')}
        onClick={() => setTheme(theme === 'light' ? 'dark' : 'light')}
      >
        {theme === 'light' ? <IconMoon size={18} aria-hidden="true" /> : <IconSun size={18} aria-hidden="true" />}
      </button>
    </header>
  )
}
