import { useTranslation } from 'react-i18next'
import { dustfallBreaks, OVER_CLASS } from '@/layers/dustfall-scale'
import { useChentu, useReport } from '@/store/chentu'
import classes from './Legend.module.css'

/** The classes of dustfall with the limit as a visible break; what is over it is hatched. */
export function Legend() {
  const { t } = useTranslation()
  const report = useReport()
  const hidden = useChentu((state) => state.view.hidden.includes('dustfall'))
  if (!report || hidden) return null
  const breaks = dustfallBreaks(report.dustfallLimit)
  return (
    <figure className={classes.legend}>
      <figcaption>{t('map.legend')}</figcaption>
      <div className={classes.swatches}>
        {Array.from({ length: breaks.length + 1 }, (_, i) => (
          <span
            key={breaks[i] ?? 'last'}
            className={i >= OVER_CLASS ? classes.over : ''}
            style={{ backgroundColor: `var(--dustfall-${i})` }}
          />
        ))}
      </div>
      <div className={classes.ticks}>
        {breaks.map((value) => (
          <span key={value} className={value === report.dustfallLimit ? classes.limit : ''}>
            {value === report.dustfallLimit ? t('ranking.limit', { limit: value }) : value}
          </span>
        ))}
      </div>
      <p className="quiet">{t('map.over')}</p>
    </figure>
  )
}
