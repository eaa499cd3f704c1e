import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import monitoring from '@/features/monitoring/Monitoring.module.css'
import { TableExport } from '@/features/monitoring/TableExport'
import type { TruckList } from '@/questions/trucks/truck-list'
import { useOpened } from '@/store/chentu'
import { kmText, shareText } from '@/store/words/truck-figures'
import { Button } from '@/ui/controls/Button'
import { ToggleChip } from '@/ui/controls/Chip'
import { Select } from '@/ui/controls/Select'
import panel from '@/ui/panel.module.css'
import { EmptyState } from '@/ui/states/EmptyState'
import {
  ALL_TRUCKS,
  breachCount,
  isBelowCountyShare,
  isBelowShare,
  type ShareOfCounty,
  shownTrucks,
  TRUCK_FILTERS,
  TRUCK_SORTS,
  type TruckListFilter,
} from './shown-trucks'
import { BreachLegend } from './TruckLegend'
import { WhyShare } from './TrucksWhy'
import { trucksTable } from './trucks-table'
import { useAbout } from './use-about'
import { toggled } from './use-hidden'

interface Props {
  readonly list: TruckList
  /** Plate of the truck whose card is open. */
  readonly chosen: string | null
  onChoose(plate: string): void
}

/** The trucks of a month, filtered and sorted by the user. */
export function TruckLines({ list, chosen, onChoose }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const about = useAbout()
  const [asked, setAsked] = useState<TruckListFilter>(ALL_TRUCKS)
  const change = (part: Partial<TruckListFilter>) => setAsked({ ...asked, ...part })
  const { lines, counts, kinds, hidden } = shownTrucks(list.trucks, list.least, asked)
  const said = t('trucks.shown', { shown: lines.length, count: list.trucks.length })
  const table = () =>
    trucksTable(t, lines, (code) => countyName(dataset, code, i18n.language), about(list), list.unjudged, i18n.language)
  return (
    <>
      <div className={monitoring.narrow}>
        <input
          type="search"
          autoComplete="off"
          className={panel.search}
          aria-label={t('trucks.search')}
          placeholder={t('trucks.search')}
          value={asked.text}
          onChange={({ target }) => change({ text: target.value })}
        />
        <div className={panel.chips}>
          {TRUCK_FILTERS.map((filter) => (
            <ToggleChip
              key={filter}
              pressed={asked.filter === filter}
              count={counts[filter]}
              onToggle={() => change({ filter })}
            >
              {t(`trucks.filters.${filter}`)}
            </ToggleChip>
          ))}
        </div>
        {asked.filter === 'breaches' && (
          <BreachLegend
            label={t('trucks.card.kinds')}
            counts={kinds}
            hidden={hidden}
            onToggle={(kind) => change({ hidden: toggled(asked.hidden, kind) })}
          />
        )}
        <Select
          label={t('trucks.sort')}
          labelled="beside"
          value={asked.sort}
          options={TRUCK_SORTS.map((value) => ({ value, label: t(`trucks.sorts.${value}`) }))}
          onChange={(sort) => change({ sort })}
        />
        <div className={monitoring.shown}>
          <span role="status">{said}</span>
          <WhyShare of={said} />
          <TableExport
            name={`${t('trucks.title')} ${list.month}`}
            label={t('trucks.table.export')}
            note={t('trucks.table.note')}
            table={table}
            dataClass={list.dataClass ?? 'real'}
          />
        </div>
      </div>
      <div className={monitoring.lines}>
        {lines.length === 0 && (
          <EmptyState message={t('trucks.noneShown')}>
            <Button onClick={() => setAsked(ALL_TRUCKS)}>{t('trucks.clear')}</Button>
          </EmptyState>
        )}
        <ul>
          {lines.map((line) => (
            <li key={line.plate}>
              <button
                type="button"
                className={monitoring.line}
                aria-current={line.plate === chosen || undefined}
                onClick={() => onChoose(line.plate)}
              >
                <span>
                  {line.plate} {line.isKept && <span className="badge">{t('trucks.kept')}</span>}
                </span>
                <ShareFigure share={line} least={list.least} isOwn />
                <small className={monitoring.facts}>
                  <span>
                    {line.isByTracks
                      ? t('trucks.companyByTracks', { company: line.company })
                      : line.company || t('trucks.noCompany')}
                  </span>
                  <span>{t('trucks.trips', { count: line.trips })}</span>
                  <span>{t('trucks.km', { km: kmText(line.metres) })}</span>
                  {breachCount(line.breaches, hidden) > 0 && (
                    <span data-low="true">{t('trucks.breaches', { count: breachCount(line.breaches, hidden) })}</span>
                  )}
                  {line.unlistedStops > 0 && (
                    <span data-low="true">{t('trucks.unlistedStops', { count: line.unlistedStops })}</span>
                  )}
                </small>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

/**
 * A daytime share of trips, and whether the plan requires more. `isOwn`: the share of a truck or company, for which the
 * plan's requirement on counties is only a guide.
 */
export function ShareFigure({
  share,
  least,
  isOwn = false,
}: {
  readonly share: ShareOfCounty
  readonly least: TruckList['least']
  readonly isOwn?: boolean
}) {
  const { t } = useTranslation()
  if (share.trips === 0) return <span className="quiet">{t('trucks.noShare')}</span>
  const low = isBelowCountyShare(share, least)
  return (
    <span
      data-low={low || (isOwn && isBelowShare(share, least))}
      title={low && least ? t('trucks.shareLow', { clause: least.clause, least: least.percent }) : undefined}
    >
      {t('trucks.share', { share: shareText(share) })}
    </span>
  )
}
