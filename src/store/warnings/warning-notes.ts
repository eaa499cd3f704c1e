import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Dataset } from '@/questions/dataset'

/** What figures of a warning stand on: its measures by number, and the kinds of those whom they ask. */
interface Behind {
  readonly measures: readonly number[]
  readonly kinds: readonly string[]
}

type Facts = Pick<Dataset, 'provenance' | 'warningMeasures'>

/** Whether a warning, or those whom it asks, are made up. */
export const isMadeUp = ({ provenance }: Pick<Facts, 'provenance'>, kinds: readonly string[]): boolean =>
  provenance.some(
    ({ role, dataClass }) => dataClass === 'illustrative' && (role === 'warnings' || kinds.includes(role)),
  )

/** What is to be said beside figures of a warning: that they are made up, and which measures nobody held against a document. */
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
