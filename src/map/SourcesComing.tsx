import { useTranslation } from 'react-i18next'
import classes from './SourcesComing.module.css'

/** Says on a map that its sources are not drawn yet: until then it looks like that of a city without any. */
export function SourcesComing() {
  const { t } = useTranslation()
  return (
    <p role="status" className={classes.note}>
      {t('map.sourcesComing')}
    </p>
  )
}
