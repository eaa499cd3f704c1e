import { IconMoon, IconSun } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { MODES } from '@/store/view/view'
import { DatePicker } from '@/ui/controls/DatePicker'
import { Dialog } from '@/ui/Dialog'
import { Part } from '@/ui/Part'
import classes from './Header.module.css'
import { ProblemList } from './ProblemList'
import { SearchBox } from './SearchBox'

const MOST_NOTES = 200

/** Name, city, class of data, search, as-of date, the three modes, language and theme. */
export function Header() {
  const { t, i18n } = useTranslation()
  const opened = useChentu((state) => state.opened)
  const dataset = opened?.dataset
  const problems = useChentu((state) => state.problems)
  const view = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const { language, theme, setLanguage, setTheme } = usePreferences()
  const [reading, setReading] = useState(false)
  const settings = dataset?.settings
  // A date that was just chosen is shown at once, before the rules have been tried for it.
  const asOf = view.asOf ?? opened?.evaluation.asOf ?? ''
  const illustrative = dataset?.provenance.some(({ dataClass }) => dataClass === 'illustrative')

  return (
    <header className={classes.header}>
      <h1>{t('app.name')}</h1>
      {settings && (
        <>
          <span className={classes.city}>
            {t('app.year', { city: inLanguage(settings.city, i18n.language), year: asOf.slice(0, 4) })}
          </span>
          <span className="badge" data-class={illustrative ? 'illustrative' : 'real'}>
            {t(illustrative ? 'app.illustrative' : 'app.realData')}
          </span>
          <Part>
            <SearchBox />
          </Part>
          <span className={classes.date}>
            <DatePicker
              label={t('app.asOf')}
              labelled="beside"
              value={asOf}
              onChange={(day) => setView({ asOf: day })}
            />
          </span>
          {problems.length > 0 && (
            <>
              <button type="button" className={classes.plain} onClick={() => setReading(true)}>
                {t('app.notes', { count: problems.length })}
              </button>
              {reading && (
                <Dialog
                  title={t('app.notes', { count: problems.length })}
                  size="medium"
                  onClose={() => setReading(false)}
                >
                  <ProblemList problems={problems.slice(0, MOST_NOTES)} />
                </Dialog>
              )}
            </>
          )}
        </>
      )}
      <nav className={classes.modes} aria-label={t('mode.label')}>
        {MODES.map((mode) => (
          <button
            key={mode}
            type="button"
            aria-current={view.mode === mode ? 'page' : undefined}
            onClick={() => setView({ mode })}
          >
            {t(`mode.${mode}`)}
          </button>
        ))}
      </nav>
      <button type="button" className={classes.plain} onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}>
        {t('app.language')}
      </button>
      <button
        type="button"
        className={classes.plain}
        aria-label={t('app.theme.switch')}
        onClick={() => setTheme(theme === 'light' ? 'dark' : 'light')}
      >
        {theme === 'light' ? <IconMoon size={20} aria-hidden="true" /> : <IconSun size={20} aria-hidden="true" />}
      </button>
    </header>
  )
}
