import { useTranslation } from 'react-i18next'
import { tenth } from '@/domain/dustfall/rounding'
import { STATUS, STATUS_NAMES } from '@/domain/rules/status'
import type { MonthFile, ProvinceIndex } from '@/io/province/province-file'
import { Change } from '@/ui/Change'
import { Why } from '@/ui/Why'
import { CityPackage } from './CityPackage'
import { cityName } from './county-rows'
import { MadeUpBadge } from './MadeUpBadge'
import { HiddenHeading, RankHeads } from './RankHeads'
import classes from './Ranking.module.css'

interface Props {
  readonly index: ProvinceIndex
  /** The month's cities to list. */
  readonly cities: MonthFile['cities']
  /** Address of a city's own map. */
  readonly addressOf: (city: number) => string
}

/** The cities ranked by the mean of their counties, each with the status of its sources and a link to its own map. */
export function CityRanking({ index, cities, addressOf }: Props) {
  const { t, i18n } = useTranslation()
  return (
    <>
      <RankHeads
        of="city"
        heads={(['rank', 'city', 'columns.mean', 'yoy'] as const).map((head) => t(`province.${head}`))}
      />
      <div className={classes.scroll}>
        <ol className={classes.cities} aria-label={t('province.ranking.cities')}>
          {cities.map((row) => {
            const city = index.cities[row.city]!
            const name = cityName(city, i18n.language)
            const mean = row.mean === null ? t('province.noValue') : tenth(row.mean)
            const total = city.standings.reduce((sum, count) => sum + count, 0)
            return (
              <li key={row.city} className={classes.city}>
                <span className={classes.rank}>
                  <HiddenHeading head={t('province.rank')} />
                  {row.rank ?? '—'}
                </span>
                <span className={classes.name}>
                  <span>
                    <a href={addressOf(row.city)}>{name}</a> <MadeUpBadge city={city} />
                  </span>
                  <small>
                    {t('province.counties', { count: row.counties, over: row.over })} ·{' '}
                    {t('province.limit', { limit: row.limits.join(t('ui.comma')) })}
                  </small>
                  <small>
                    {t('province.columns.mom')} <Change percent={row.monthOnMonth} />
                  </small>
                  {total > 0 && (
                    <small className={classes.standing}>
                      {[...STATUS_NAMES]
                        .reverse()
                        .flatMap((standing) => {
                          const count = city.standings[STATUS[standing]]!
                          return count > 0 ? [`${t(`status.${standing}`)} ${count.toLocaleString(i18n.language)}`] : []
                        })
                        .join(' · ')}
                    </small>
                  )}
                </span>
                <span className={classes.value}>
                  <HiddenHeading head={t('province.columns.mean')} />
                  <Why of={`${name} ${mean}`} figure={mean} size="medium">
                    <p>{t('province.why.cityMean', { with: row.withFigure, count: row.counties })}</p>
                    <CityPackage index={index} city={city} limits={row.limits} />
                    {city.package && total > 0 && <p>{t('province.why.standing', { asOf: city.package.asOf })}</p>}
                  </Why>
                </span>
                <span className={classes.change}>
                  <HiddenHeading head={t('province.yoy')} />
                  <Change percent={row.yearOnYear} />
                </span>
              </li>
            )
          })}
        </ol>
      </div>
    </>
  )
}
