import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { targetKey } from '@/ledger/shared-code'
import type { Visit } from '@/ledger/visit'
import { type VisitCircumstances, visitCircumstances } from '@/ledger/visit-circumstances'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { contradictionLinesOf } from './contradiction'
import { useFlagText } from './flags'
import { itemLabel } from './inspection-line'
import { photoNames, photosLine } from './photo-names'

/** Explanations given by the authors of a visit, without duplicates. */
export const reasonLines = (
  t: TFunction<'texts'>,
  { reasons }: Pick<VisitCircumstances, 'reasons'>,
): readonly string[] => [
  ...new Set(
    reasons.map(({ reason, ofCorrection }) =>
      t(ofCorrection ? 'review.reasonOfCorrection' : 'review.reason', { reason }),
    ),
  ),
]

/**
 * Flags of a visit: what another tablet recorded otherwise on its day, failures that a correction turned into passes, and
 * those stored with its records, worded as shown before saving; without duplicates, followed by the explanations.
 */
export function useVisitFlags() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const flagText = useFlagText()
  const { state, reviews } = useLedger()
  return (visit: Visit): { readonly flags: readonly string[]; readonly reasons: readonly string[] } => {
    const spot = visitCircumstances(visit)
    const names = photoNames(t, dataset, visit.target.kind, visit.photos, i18n.language)
    const flags = spot.flags.map(({ flag, evidence, accuracyMetres }) => {
      const of = photosLine(t, names, (hash) => spot.photoFlags.get(hash)?.has(flag) === true)
      return flagText(flag, evidence, accuracyMetres, of)
    })
    const items = spot.turned.map((item) => itemLabel(dataset, visit.target.kind, item, i18n.language))
    const turned = items.length > 0 ? [t('review.turned', { items: items.join(t('ui.comma')) })] : []
    const opposed = contradictionLinesOf(
      ...([t, dataset, state.get(targetKey(visit.target)), visit, reviews, i18n.language] as const),
    )
    return { flags: [...new Set([...opposed, ...turned, ...flags])], reasons: reasonLines(t, spot) }
  }
}
