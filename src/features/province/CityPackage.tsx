import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { BuiltCity, ProvinceIndex } from '@/io/province/province-file'
import { problemText } from './county-rows'
import { MadeUpBadge } from './MadeUpBadge'

interface Props {
  readonly index: ProvinceIndex
  readonly city: BuiltCity
  /** The limits to explain. */
  readonly limits: readonly number[]
}

/**
 * The basis of a city's figures: its limit, its package with version and date, and when the
 * province's data was created.
 */
export function CityPackage({ index, city, limits }: Props) {
  const { t, i18n } = useTranslation()
  const { package: of, faults, fault } = city
  if (!of) return null
  return (
    <>
      {limits.map((limit) => (
        <p key={limit}>{t('province.why.limit', { limit, source: inLanguage(of.limitSource, i18n.language) })}</p>
      ))}
      <MadeUpBadge city={city} />
      <p>{t('province.why.package', { ...of, version: of.version || t('province.why.noVersion') })}</p>
      {fault && (
        <p>{t('province.why.faults', { count: faults, problem: problemText(t, fault.code), file: fault.file })}</p>
      )}
      <p>{t('province.why.made', { day: index.madeOn })}</p>
    </>
  )
}
