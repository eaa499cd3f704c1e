import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { countyName } from '@/domain/sources/county'
import type { Dataset } from '@/questions/dataset'
import type { CalledBy, CalledFilters } from '@/questions/warnings/warning-overview'

/** Display name of a group of called sources, by its key. */
export function groupName(
  t: TFunction<'texts'>,
  dataset: Pick<Dataset, 'counties' | 'warningMeasures'>,
  by: CalledBy,
  key: string,
  language: string,
): string {
  if (by === 'measure') return inLanguage(dataset.warningMeasures[Number(key)]!.what, language)
  if (by === 'lead') return key === '' ? t('warning.noLead') : key
  return key === '' ? t('filters.noCounty') : countyName(dataset, key, language)
}

/** A filter in words; '' if nothing is filtered. */
export function scopeText(
  t: TFunction<'texts'>,
  dataset: Pick<Dataset, 'counties' | 'warningMeasures'>,
  { county, lead, standing, text }: CalledFilters,
  language: string,
): string {
  return [
    ...(county === null ? [] : [groupName(t, dataset, 'county', county, language)]),
    ...(lead === null ? [] : [groupName(t, dataset, 'lead', lead, language)]),
    ...(standing === '' ? [] : [t(`warning.answer.${standing}`)]),
    ...(text.trim() === '' ? [] : [t('warning.paper.containing', { text: text.trim() })]),
  ].join(t('ui.comma'))
}
