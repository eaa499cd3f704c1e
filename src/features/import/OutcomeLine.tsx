import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { useImports } from '@/store/imports'
import { Refused } from '@/ui/Refused'
import classes from './Import.module.css'

/** What was done last, with a way back; or why nothing was done. */
export function OutcomeLine() {
  const { t } = useTranslation()
  const outcome = useImports((state) => state.outcome)
  const undo = useImports((state) => state.undo)
  const setView = useChentu((state) => state.setView)
  if (!outcome) return null
  if (outcome.kind === 'refused') {
    return (
      <div className={classes.outcome} data-kind="refused">
        <Refused problems={outcome.problems} />
      </div>
    )
  }
  if (outcome.kind === 'lost') {
    return (
      <div className={classes.outcome} role="alert" data-kind="refused">
        <p>{t('data.lost', { files: outcome.files.join('、') })}</p>
      </div>
    )
  }
  const text = outcome.kind === 'taken' ? t('data.taken', { count: outcome.files }) : t(`data.${outcome.kind}`)
  return (
    <div className={classes.outcome} role="status">
      <p>{text}</p>
      {outcome.kind === 'taken' && (
        <button type="button" className="action" onClick={() => void undo()}>
          {t('data.undo')}
        </button>
      )}
      <button type="button" className="action" onClick={() => setView({ mode: 'explore' })}>
        {t('data.toMap')}
      </button>
    </div>
  )
}
