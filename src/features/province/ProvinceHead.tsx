import { useTranslation } from 'react-i18next'
import type { ProvinceIndex } from '@/io/province/province-file'
import { usePageLanguage } from '@/store/device/page-language'
import { chooseTheme, useThemeChoice } from '@/store/device/theme-choice'
import { HelpLink } from '@/ui/controls/HelpLink'
import { ThemeButton } from '@/ui/controls/ThemeButton'
import classes from './Province.module.css'

/** Header: the province's name, a note if any of its data is made up, language and theme. */
export function ProvinceHead({ name, index }: { readonly name: string; readonly index: ProvinceIndex | null }) {
  const { t } = useTranslation()
  const { change } = usePageLanguage()
  const { now, next } = useThemeChoice()
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
      <button type="button" aria-label={t('app.language')} onClick={change}>
        {t('app.languageShort')}
      </button>
      <ThemeButton now={now} next={next} onChoose={chooseTheme} />
    </header>
  )
}
