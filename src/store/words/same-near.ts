import type { TFunction } from 'i18next'
import type { SameNear } from '@/store/answers/use-same-near'
import { distanceText } from './place'

/** That a source of the same kind is near a found one: perhaps it is the same. */
export const sameNearText = (t: TFunction<'texts'>, { target: { name }, metres, isFound }: SameNear): string =>
  t(isFound ? 'spot.nearFound' : 'spot.nearKnown', { name, distance: distanceText(t, metres) })
