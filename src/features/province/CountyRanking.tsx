import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { tenth } from '@/domain/dustfall/rounding'
import type { ProvinceIndex } from '@/io/province/province-file'
import { dustfallClass } from '@/layers/dustfall-scale'
import { Change } from '@/ui/Change'
import { LimitBar } from '@/ui/LimitBar'
import { Why } from '@/ui/Why'
import { CityPackage } from './CityPackage'
import { type CountyRow, cityName, countyNameOf } from './county-rows'
import { MadeUpBadge } from './MadeUpBadge'
import classes from './Province.module.css'

const ROW_PIXELS = 52

interface Props {
  readonly index: ProvinceIndex
  readonly rows: readonly CountyRow[]
  /** Place of the county that was chosen. */
  readonly chosen: number | null
  onChoose(county: number | null): void
}

/** All counties by their rank; only the rows in sight are in the page. */
export function CountyRanking({ index, rows, chosen, onChoose }: Props) {
  const { t, i18n } = useTranslation()
  const scroll = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 8,
  })
  const top = rows.reduce((most, { value, limit }) => Math.max(most, value ?? 0, limit), 1) * 1.04
  const at = rows.findIndex(({ county }) => county === chosen)
  // What was chosen on the map is brought into sight; the list itself stays where a person left it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another choice moves the list
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' })
  }, [at])
  return (
    <div ref={scroll} className={classes.scroll}>
      <ol className={classes.rows} style={{ height: list.getTotalSize() }} aria-label={t('province.ranking.counties')}>
        {list.getVirtualItems().map(({ index: i, start }) => {
          const row = rows[i]!
          const county = index.counties[row.county]!
          const city = index.cities[county.city]!
          const name = countyNameOf(county, i18n.language)
          const value = row.value === null ? t('province.noValue') : tenth(row.value)
          return (
            <li
              key={row.county}
              className={classes.row}
              aria-setsize={rows.length}
              aria-posinset={i + 1}
              style={{ height: ROW_PIXELS, transform: `translateY(${start}px)` }}
            >
              <span className={classes.rank}>{row.rank ?? '—'}</span>
              <button
                type="button"
                className={classes.name}
                aria-pressed={row.county === chosen}
                onClick={() => onChoose(row.county === chosen ? null : row.county)}
              >
                <b>{name}</b> <MadeUpBadge city={city} />
                <small>
                  {cityName(city, i18n.language)}
                  {row.cityRank !== null && ` · ${t('province.inCity', { rank: row.cityRank })}`}
                </small>
              </button>
              <span className={classes.bar}>
                <LimitBar
                  value={row.value}
                  of={row.value === null ? 0 : dustfallClass(row.value, row.limit)}
                  last={row.lastMonth}
                  dustfallLimit={row.limit}
                  top={top}
                />
                <small>{t('province.limit', { limit: row.limit })}</small>
              </span>
              <span className={classes.value} data-over={row.over}>
                <Why of={`${name} ${value}`} figure={value} size="medium">
                  <p>
                    {row.value === null
                      ? t('province.noValue')
                      : row.published
                        ? t('province.why.published')
                        : t('province.why.points', { counted: row.counted, points: row.points })}
                  </p>
                  <CityPackage index={index} city={city} limits={[row.limit]} />
                  <p>{t('province.why.rank')}</p>
                  <p>{t('province.why.more')}</p>
                </Why>
                <small>
                  <Change percent={row.yearOnYear} />
                </small>
              </span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
