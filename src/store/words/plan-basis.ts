import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import type { IsoDay } from '@/domain/calendar'
import type { Dataset } from '@/questions/dataset'

/**
 * By which plan sources are judged, with the number of its document; and that it was issued later, where the day that is looked at
 * lies before it. Nothing where the package names no plan.
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
