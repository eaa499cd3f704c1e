import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { tenth } from '@/domain/dustfall/rounding'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { ProvinceIndex } from '@/io/province/province-file'
import type { SourceFacts } from '@/io/province/province-sources'
import { Change } from '@/ui/Change'
import { Button } from '@/ui/controls/Button'
import { FactList } from '@/ui/FactList'
import { CountyWhy } from './CountyWhy'
import { type CountyRow, cityName, countyNameOf } from './county-rows'
import classes from './Province.module.css'

interface Props {
  readonly index: ProvinceIndex
  /** Index of the chosen county. */
  readonly county: number
  /** Its row in the month's ranking; undefined if it is not ranked. */
  readonly row: CountyRow | undefined
  readonly address: string
  onClose(): void
}

/** Card of the chosen county, with a link to its city's own map. */
export function CountyCard({ index, county, row, address, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const of = index.counties[county]!
  const city = cityName(index.cities[of.city]!, i18n.language)
  const name = countyNameOf(of, i18n.language)
  return (
    <section className={classes.card} aria-label={name}>
      <h2>
        {name} <small className={classes.of}>{city}</small>
      </h2>
      <div>
        {row && row.value !== null ? (
          <>
            {t('province.value')} <CountyWhy index={index} of={row} name={`${t('province.value')} · ${name}`} />{' '}
            {t(row.over ? 'province.over_.yes' : 'province.over_.no')} · {t('province.limit', { limit: row.limit })} ·{' '}
            {t('province.rank')} {row.rank ?? '—'} · {t('province.inCity', { rank: row.cityRank ?? '—' })}
          </>
        ) : (
          t('province.noValue')
        )}
      </div>
      {row && row.value !== null && (
        <FactList
          facts={[
            {
              label: t('province.columns.mom'),
              value: <Compared percent={row.monthOnMonth} with={row.lastMonth} of="lastMonth" />,
            },
            {
              label: t('province.columns.yoy'),
              value: <Compared percent={row.yearOnYear} with={row.lastYear} of="lastYear" />,
            },
          ]}
        />
      )}
      <div className={classes.actions}>
        <a className={classes.open} href={address}>
          {t('province.open', { city })}
        </a>
        <Button weight="quiet" onClick={onClose}>
          {t('province.close')}
        </Button>
      </div>
    </section>
  )
}

interface ComparedProps {
  readonly percent: number | null
  readonly with: number | null
  readonly of: 'lastMonth' | 'lastYear'
}

/** A change in percent, and the earlier figure it is compared with. */
function Compared({ percent, with: before, of }: ComparedProps) {
  const { t } = useTranslation()
  return (
    <>
      <Change percent={percent} />{' '}
      {before !== null && t('province.from', { label: t(`province.columns.${of}`), value: tenth(before) })}
    </>
  )
}

interface SourceProps {
  readonly index: ProvinceIndex
  readonly source: SourceFacts
  readonly address: string
  onClose(): void
}

/** Card of the source that was pressed: its data from the city's package, and its status. */
export function SourceCard({ index, source, address, onClose }: SourceProps) {
  const { t, i18n } = useTranslation()
  const city = index.cities[source.city]!
  const county = index.counties.find((each) => each.city === source.city && each.code === source.county)
  const kind = index.kinds.find(({ id }) => id === source.kind)
  const name = source.name || source.code
  return (
    <section className={classes.card} aria-label={name}>
      <h2>
        {name} <small className={classes.of}>{cityName(city, i18n.language)}</small>
      </h2>
      <FactList
        facts={[
          { label: t('province.source.standing'), value: t(`status.${STATUS_NAMES[source.standing]!}`) },
          { label: t('province.source.kind'), value: kind ? inLanguage(kind.title, i18n.language) : source.kind },
          { label: t('province.source.county'), value: county ? countyNameOf(county, i18n.language) : source.county },
          { label: t('province.source.code'), value: source.code },
        ]}
      />
      <p className="quiet">{city.package && t('province.why.standing', { asOf: city.package.asOf })}</p>
      <div className={classes.actions}>
        <a className={classes.open} href={address}>
          {t('province.open', { city: cityName(city, i18n.language) })}
        </a>
        <Button weight="quiet" onClick={onClose}>
          {t('province.close')}
        </Button>
      </div>
    </section>
  )
}
