import { useTranslation } from 'react-i18next'
import classes from './states.module.css'

/** Grey placeholder lines while something loads. Appears after 300 ms, so that quick loads do not flicker. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const { t } = useTranslation()
  return (
    <div className={classes.skeleton} role="status" aria-label={t('ui.loading')}>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all placeholder lines are equal
        <span key={i} />
      ))}
    </div>
  )
}
