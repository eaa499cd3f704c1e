import { useTranslation } from 'react-i18next'
import { formatDay } from '@/domain/calendar'
import { countyName } from '@/domain/sources/county'
import monitoring from '@/features/monitoring/Monitoring.module.css'
import type { PlaceShare, TruckList, UnlistedLine } from '@/questions/trucks/truck-list'
import { useDataset } from '@/store/chentu'
import { basisText, statedInsteadText } from '@/store/words/measured'
import { DOT } from '@/ui/dot'
import { EmptyState } from '@/ui/states/EmptyState'
import { isBelowCountyShare } from './shown-trucks'
import { ShareFigure } from './TruckLines'
import { WhyShare } from './TrucksWhy'

export interface ChooseProps {
  /** Key of the chosen entry. */
  readonly chosen: string | null
  onChoose(key: string): void
}

/** The daytime share of trips of each county, or of each site. */
export function ShareLines({ shares, list }: { readonly shares: readonly PlaceShare[]; readonly list: TruckList }) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  if (shares.length === 0) return <EmptyState message={t('trucks.noShare')} />
  const isSettled = dataset.trucks?.dayHours.every(({ confirmed }) => confirmed) ?? false
  const { least } = list
  const evidence = dataset.trucks?.evidence
  const low =
    least && t(isSettled ? 'trucks.belowLeast' : 'trucks.belowToVerify', { clause: least.clause, least: least.percent })
  const over = t('trucks.overDays', {
    month: list.month,
    count: list.days.length,
    from: formatDay(list.days[0]!),
    until: formatDay(list.days.at(-1)!),
  })
  return (
    <>
      <p className="quiet">
        {over} <WhyShare of={over} />
      </p>
      <ul>
        {shares.map((share) => (
          <li key={share.key} className={monitoring.line}>
            <span>{share.key === share.county ? countyName(dataset, share.county, i18n.language) : share.name}</span>
            <ShareFigure share={share} least={list.least} />
            <small className={monitoring.facts}>
              {/* The plan's requirement applies to counties only. */}
              {low && share.key === share.county && isBelowCountyShare(share, least) && <b data-low="true">{low}</b>}
              {share.key !== share.county && <span>{countyName(dataset, share.county, i18n.language)}</span>}
              {share.role === 'beside' ? (
                <span>
                  {t('trucks.tooLittle', { basis: basisText(t, share), byDay: share.byDay, ...evidence })}
                  {statedInsteadText(t, share.stated)}
                </span>
              ) : (
                <span>
                  {t('trucks.basis', { basis: basisText(t, share), byDay: share.byDay })}
                  {share.stated &&
                    share.stated !== 'partial' &&
                    t(share.role === 'decides' ? 'trucks.replaced' : 'trucks.reported', {
                      stated: share.stated.trips,
                      statedByDay: share.stated.byDay,
                    })}
                </span>
              )}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Unlisted places, most stops first. */
export function UnlistedLines({
  places,
  chosen,
  onChoose,
}: ChooseProps & { readonly places: readonly UnlistedLine[] }) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  if (places.length === 0) return <EmptyState message={t('trucks.noPlaces')} />
  return (
    <ul>
      {places.map((place) => (
        <li key={place.id}>
          <button
            type="button"
            className={monitoring.line}
            aria-current={place.id === chosen || undefined}
            onClick={() => onChoose(place.id)}
          >
            <span>{t(`trucks.use.${place.use}`)}</span>
            <span>{place.county === '' ? t('trucks.noCounty') : countyName(dataset, place.county, i18n.language)}</span>
            <small className={monitoring.facts}>
              <span>
                {[
                  t('trucks.stopCount', { count: place.stops }),
                  t('trucks.dayCount', { count: place.days }),
                  t('trucks.truckCount', { count: place.trucks.length }),
                ].join(DOT)}
              </span>
            </small>
          </button>
        </li>
      ))}
    </ul>
  )
}
