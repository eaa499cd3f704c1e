import { useTranslation } from 'react-i18next'
import classes from './states.module.css'

/** So many grey lines in the place of what is being loaded. It comes after 300 ms, so that what is quick does not flicker. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const { t } = useTranslation()
  return (
    <div className={classes.skeleton} role="status" aria-label={t('ui.loading')}>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines are alike
        <span key={i} />
      ))}
    </div>
  )
}
