import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { useChentu } from '@/store/chentu'
import { usePageLanguage } from '@/store/device/page-language'
import { chooseTheme, useThemeChoice } from '@/store/device/theme-choice'
import { MANUAL, type Mode } from '@/store/view/view'
import { HelpLink, type ManualPage } from '@/ui/controls/HelpLink'
import { ThemeButton } from '@/ui/controls/ThemeButton'
import { Dialog } from '@/ui/Dialog'
import { ScreenPart } from '@/ui/ScreenPart'
import { Dates } from './Dates'
import classes from './Header.module.css'
import { Modes } from './Modes'
import { PackageProblems } from './ProblemList'
import { ProvinceLink } from './ProvinceLink'
import { SearchBox } from './SearchBox'
import { useFold } from './use-fold'

const MAX_NOTES = 200

/** The manual page about each screen. */
const SCREEN_PAGES: Readonly<Record<Exclude<Mode, typeof MANUAL>, ManualPage>> = {
  explore: 'explore',
  meeting: 'meeting',
  monitoring: 'monitoring',
  trucks: 'trucks',
  field: 'field',
  data: 'data',
}

/** Order in which parts of the header fold. */
const STEPS = ['words', 'search', 'screens', 'city', 'name', 'gaps', 'rows']

/** Name, city, data class, search, both dates, modes, language and theme. Parts fold before any text shrinks. */
export function Header() {
  const { t, i18n } = useTranslation()
  const dataset = useChentu((state) => state.opened?.dataset)
  const { change } = usePageLanguage()
  const { now, next } = useThemeChoice()
  const mode = useChentu((state) => state.view.mode)
  const settings = dataset?.settings
  const isMadeUp = dataset?.provenance.some(({ dataClass }) => dataClass === 'illustrative')
  const dataClass = isMadeUp ? 'illustrative' : 'real'
  const row = useFold<HTMLElement>(STEPS)

  return (
    <header ref={row} className={classes.header}>
      <h1>{t('app.name')}</h1>
      {settings && (
        <>
          <span className={classes.city}>{inLanguage(settings.city, i18n.language)}</span>
          <span className="badge" data-class={dataClass} title={t(`app.${dataClass}`)}>
            <span className={classes.long}>{t(`app.${dataClass}`)}</span>
            <span className={classes.short} aria-hidden="true">
              {t(`dataClass.${dataClass}`)}
            </span>
          </span>
          <ScreenPart>
            <SearchBox />
          </ScreenPart>
          <ScreenPart>
            <Dates />
          </ScreenPart>
          <Notes />
        </>
      )}
      <ProvinceLink className={classes.plain} />
      <Modes />
      {mode !== MANUAL && <HelpLink page={SCREEN_PAGES[mode]} className={classes.plain!} />}
      <button type="button" className={classes.plain} aria-label={t('app.language')} onClick={change}>
        {t('app.languageShort')}
      </button>
      <ThemeButton className={classes.plain} now={now} next={next} onChoose={chooseTheme} />
    </header>
  )
}

/** Problems found when reading the package, behind a button with their count. */
function Notes() {
  const { t } = useTranslation()
  const problems = useChentu((state) => state.problems)
  const [reading, setReading] = useState(false)
  if (problems.length === 0) return null
  const title = t('app.notes', { count: problems.length })
  return (
    <>
      <button type="button" className={classes.plain} aria-label={title} title={title} onClick={() => setReading(true)}>
        <IconAlertTriangle size={18} aria-hidden="true" />
        {problems.length}
      </button>
      {reading && (
        <Dialog title={title} size="medium" onClose={() => setReading(false)}>
          <PackageProblems problems={problems.slice(0, MAX_NOTES)} />
        </Dialog>
      )}
    </>
  )
}
