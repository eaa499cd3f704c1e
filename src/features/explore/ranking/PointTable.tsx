import { useTranslation } from 'react-i18next'
import { exceedsLimit } from '@/domain/dustfall/limit'
import { type PointMonth, shownValue } from '@/domain/dustfall/point-month'
import { roundHalfEven } from '@/domain/dustfall/rounding'
import { dustfallClass } from '@/layers/dustfall-scale'
import { useDataset } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { measuredText, pointName } from '@/store/words/figure-lines'
import { LimitBar } from '@/ui/LimitBar'
import classes from './FigureWhy.module.css'

interface Props {
  readonly points: readonly PointMonth[]
  readonly dustfallLimit: number
}

/**
 * The points of a county's month: each value as a bar against the limit, how it was measured, and for uncounted ones
 * the reason.
 */
export function PointTable({ points, dustfallLimit }: Props) {
  const { t } = useTranslation()
  const { word } = useDataWords()
  const dataset = useDataset()
  if (points.length === 0) return <p>{t('figure.noPoints')}</p>
  const roundedValue = (point: PointMonth) => (point.counted ? roundHalfEven(point.value) : null)
  const top = Math.max(dustfallLimit, ...points.map((point) => roundedValue(point) ?? 0)) * 1.08
  return (
    <table className={classes.points}>
      <thead>
        <tr>
          <th scope="col">{t('point.kind')}</th>
          <th scope="col">{t('figure.limit', { limit: dustfallLimit })}</th>
          <th scope="col">{t('ranking.unit')}</th>
          <th scope="col">{t('figure.measured')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => {
          const value = roundedValue(point)
          return (
            <tr key={point.point} data-counted={point.counted}>
              <th scope="row">{pointName(dataset, point.point)}</th>
              <td>
                <LimitBar
                  value={value}
                  of={value === null ? 0 : dustfallClass(value, dustfallLimit)}
                  dustfallLimit={dustfallLimit}
                  top={top}
                />
              </td>
              <td data-over={value !== null && exceedsLimit(value, dustfallLimit)}>
                {point.counted ? shownValue(point) : t('figure.excluded')}
              </td>
              <td>{measuredText(t, word, point)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
