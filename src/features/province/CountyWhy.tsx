import { useTranslation } from 'react-i18next'
import { tenth } from '@/domain/dustfall/rounding'
import type { ProvinceIndex } from '@/io/province/province-file'
import { Why } from '@/ui/Why'
import { CityPackage } from './CityPackage'
import type { CountyRow } from './county-rows'

interface Props {
  readonly index: ProvinceIndex
  readonly of: CountyRow
  /** What the figure is of, for the button's accessible name. */
  readonly name: string
  readonly tabIndex?: number
}

/** A county's figure with an explanation: points or publication, limit, package, rank and comparisons. */
export function CountyWhy({ index, of, name, tabIndex = 0 }: Props) {
  const { t } = useTranslation()
  const county = index.counties[of.county]!
  const value = of.value === null ? t('province.noValue') : tenth(of.value)
  const change = (head: string, from: number | null, percent: number | null) =>
    percent !== null && (
      <p>
        {head} {t('why.change', { to: value, from: tenth(from) })} = {tenth(percent)}%
      </p>
    )
  return (
    <Why of={`${name} ${value}`} figure={value} size="medium" tabIndex={tabIndex}>
      <p>
        {of.value === null
          ? t('province.noValue')
          : of.published
            ? t('province.why.published')
            : t('province.why.points', { counted: of.counted, points: of.points })}
      </p>
      {change(t('ranking.mom'), of.lastMonth, of.monthOnMonth)}
      {change(t('ranking.yoy'), of.lastYear, of.yearOnYear)}
      <CityPackage index={index} city={index.cities[county.city]!} limits={[of.limit]} />
      <p>{t('province.why.rank')}</p>
      <p>{t('province.why.more')}</p>
    </Why>
  )
}
