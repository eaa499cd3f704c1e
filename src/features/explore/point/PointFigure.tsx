import { useTranslation } from 'react-i18next'
import type { PointMonth } from '@/domain/dustfall/point-month'
import { useDataWords } from '@/store/words/data-words'
import { measuredText } from '@/store/words/figure-lines'

/** How the month of a point was measured, or why it does not count. */
export function PointFigure({ point }: { readonly point: PointMonth | undefined }) {
  const { t } = useTranslation()
  const { word } = useDataWords()
  if (!point) return <p className="quiet">{t('point.noMonth')}</p>
  return <p className="quiet">{measuredText(t, word, point)}</p>
}
