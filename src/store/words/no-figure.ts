import type { TFunction } from 'i18next'
import { type CountyMonth, whyNoFigure } from '@/domain/dustfall/county-month'

/** Why a county has no figure, as its data says; else whether it has no data at all. `word` translates words of the data. */
export const noFigureText = (
  t: TFunction<'texts'>,
  word: (text: string) => string,
  figure: Pick<CountyMonth, 'value' | 'reason' | 'points'>,
): string => word(whyNoFigure(figure)) || t(figure.points.length === 0 ? 'ranking.noData' : 'ranking.noValue')
