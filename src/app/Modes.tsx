import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { MODES } from '@/store/view/view'
import { Menu } from '@/ui/controls/Menu'
import classes from './Header.module.css'

/** Navigation between screens: a row of buttons, or a menu in a narrow window. */
export function Modes() {
  const { t } = useTranslation()
  const current = useChentu((state) => state.view.mode)
  const setView = useChentu((state) => state.setView)
  return (
    <nav className={classes.modes} aria-label={t('mode.label')}>
      <div className={classes.row}>
        {MODES.map((mode) => (
          <button
            key={mode}
            type="button"
            aria-current={current === mode ? 'page' : undefined}
            onClick={() => setView({ mode })}
          >
            {t(`mode.${mode}`)}
          </button>
        ))}
      </div>
      <div className={classes.menu}>
        <Menu
          label={t(`mode.${current}`)}
          entries={MODES.map((mode) => ({
            key: mode,
            label: t(`mode.${mode}`),
            onChoose: () => setView({ mode }),
          }))}
        />
      </div>
    </nav>
  )
}
