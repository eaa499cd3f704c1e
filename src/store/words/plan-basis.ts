import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import type { IsoDay } from '@/domain/calendar'
import type { Dataset } from '@/questions/dataset'

/**
 * The plan by which sources are judged, with its document number; with a note if it was issued after the evaluation
 * day. Empty if the package names no plan.
 */
export function planBasis(
  t: TFunction<'texts'>,
  { settings: { plan } }: Pick<Dataset, 'settings'>,
  asOf: IsoDay,
  language: string,
): string[] {
  if (!plan) return []
  const { number, day } = plan
  const title = inLanguage(plan, language)
  return [
    number.trim() === '' ? t('plan.basisPlain', { title }) : t('plan.basis', { title, number: number.trim() }),
    ...(asOf < day ? [t('plan.basisLater', { day, asOf })] : []),
  ]
}
