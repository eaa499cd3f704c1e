import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Dataset } from '@/questions/dataset'

/** Basis of a warning's figures: indexes of its measures, and kinds of the sources concerned. */
interface Behind {
  readonly measures: readonly number[]
  readonly kinds: readonly string[]
}

type Facts = Pick<Dataset, 'provenance' | 'warningMeasures'>

/** Whether a warning, or the sources it concerns, are made up. */
export const isMadeUp = ({ provenance }: Pick<Facts, 'provenance'>, kinds: readonly string[]): boolean =>
  provenance.some(
    ({ role, dataClass }) => dataClass === 'illustrative' && (role === 'warnings' || kinds.includes(role)),
  )

/**
 * Notes for figures of a warning: that they are made up, and how many measures were not checked against a document.
 */
export function warningNotes(
  t: TFunction<'texts'>,
  facts: Facts,
  { measures, kinds }: Behind,
  language: string,
): readonly string[] {
  const unconfirmed = measures.map((number) => facts.warningMeasures[number]!).filter(({ confirmed }) => !confirmed)
  const names = [...new Set(unconfirmed.map(({ what }) => inLanguage(what, language)))]
  return [
    ...(isMadeUp(facts, kinds) ? [t('warning.madeUp')] : []),
    ...(names.length > 0 ? [t('warning.unconfirmedMeasures', { count: names.length })] : []),
  ]
}
