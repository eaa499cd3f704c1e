import { useTranslation } from 'react-i18next'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { useChentu } from '@/store/chentu'
import { useNarrowing } from '@/store/words/narrowing'
import panel from '@/ui/panel.module.css'
import classes from './FindingsPanel.module.css'

/** Where nothing is left: what narrows, each taken off by a press, and all of it at once. */
export function NothingFits() {
  const { t } = useTranslation()
  const narrowing = useNarrowing()
  const setView = useChentu((state) => state.setView)
  return (
    <>
      <p role="status">{t('findings.empty')}</p>
      {narrowing.length > 0 && (
        <div className={classes.chips}>
          {narrowing.map(({ key, label, remove }) => (
            <button key={key} type="button" className={panel.chip} onClick={remove}>
              {label} {'×'}
            </button>
          ))}
          <button type="button" className="link" onClick={() => setView({ filters: NO_FILTERS })}>
            {t('problems.clear')}
          </button>
        </div>
      )}
    </>
  )
}
