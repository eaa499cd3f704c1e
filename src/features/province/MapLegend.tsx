import { useTranslation } from 'react-i18next'
import { STATUS_NAMES } from '@/domain/rules/status'
import { OVER_CLASS } from '@/layers/dustfall-scale'
import classes from './Province.module.css'

const CLASSES = [0, 1, 2, 3, 4, 5]

/** What the colours of counties, circles and dots mean. */
export function MapLegend({ hasCells }: { readonly hasCells: boolean }) {
  const { t } = useTranslation()
  return (
    <ul className={classes.legend} aria-label={t('frame.legend')}>
      <li>
        {t('province.legend.dustfall')}
        {CLASSES.map((of) => (
          <i key={of} data-first-over={of === OVER_CLASS} style={{ background: `var(--dustfall-${of})` }} />
        ))}
        {t('province.legend.over')}
      </li>
      {!hasCells &&
        [...STATUS_NAMES].reverse().map((standing) => (
          <li key={standing}>
            <i className={classes.dot} style={{ background: `var(--status-${standing})` }} />
            {t(`status.${standing}`)}
          </li>
        ))}
    </ul>
  )
}
