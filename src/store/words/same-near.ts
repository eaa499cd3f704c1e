import { useTranslation } from 'react-i18next'
import type { SameNear } from '@/store/answers/use-same-near'
import { useKindTexts } from './kinds'
import { distanceText } from './place'

/** States that a source is near a found one, perhaps the same, with its kind if different. */
export function useSameNearText() {
  const { t } = useTranslation()
  const kindTexts = useKindTexts()
  return ({ target: { name, kind }, metres, isFound, isOfKind }: SameNear): string =>
    t(isFound ? 'spot.nearFound' : 'spot.nearKnown', {
      name,
      distance: distanceText(t, metres),
      kind: isOfKind ? '' : t('spot.nearKind', { kind: kindTexts.title(kind) }),
    })
}
