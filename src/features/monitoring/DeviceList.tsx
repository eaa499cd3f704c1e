import { useTranslation } from 'react-i18next'
import type { IsoDay } from '@/domain/calendar'
import type { Parameter } from '@/domain/monitoring/parameter'
import { countyName } from '@/domain/sources/county'
import type { MonitorList } from '@/questions/monitors/monitor-list'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useDataset } from '@/store/chentu'
import { READINGS_NAME } from '@/store/exports/exports-worker'
import { useDoubtVerdicts } from '@/store/ledger/use-doubt-verdicts'
import { amendView } from '@/store/view/address'
import { ALL_DEVICES, DEVICE_FILTERS, DEVICE_SORTS, type DeviceListFilter } from '@/store/view/device-list-filter'
import { limitConversion } from '@/store/words/limit-note'
import { limitFigure } from '@/store/words/monitor-figures'
import { Button } from '@/ui/controls/Button'
import { ToggleChip } from '@/ui/controls/Chip'
import { Select } from '@/ui/controls/Select'
import panel from '@/ui/panel.module.css'
import { EmptyState } from '@/ui/states/EmptyState'
import { DevicesExport } from './DevicesExport'
import { ExceedancesExport } from './ExceedancesExport'
import classes from './Monitoring.module.css'
import { MonitorLines } from './MonitorLines'
import { WhyLines } from './SeriesWhy'
import { decidedFindings, shownDevices } from './shown-devices'

/** Option values: ALL for all counties; OF is the prefix of a county's code, which may be empty. */
const [ALL, OF] = ['all', 'of ']

interface Props {
  readonly list: MonitorList
  readonly parameter: Parameter
  readonly asOf: IsoDay
  /** Code of the device whose hours are shown. */
  readonly chosen: string | null
  onChoose(device: string): void
}

/** The devices, filtered and sorted by the user, with what was found for each. */
export function DeviceList({ list, parameter, asOf, chosen, onChoose }: Props) {
  const { t, i18n } = useTranslation()
  const verdicts = useDoubtVerdicts()
  const { counties, monitoring } = useDataset()
  const asked = useChentu((state) => state.view.devices)
  const setView = useChentu((state) => state.setView)
  const change = (part: Partial<DeviceListFilter>) => setView({ devices: { ...asked, ...part } })
  // No findings are shown while loading: those of the previous parameter would be wrong.
  const found = useAnswer(
    (worker) => worker.monitorFindings(READINGS_NAME, asOf, parameter, verdicts),
    `${asOf} ${parameter}`,
    [verdicts],
  )
  const findings = found && decidedFindings(found, verdicts, parameter)
  const shown = shownDevices(list.devices, findings, asked)
  const said = t('monitoring.list.shown', { shown: shown.lines.length, count: list.devices.length })
  // Construction stages may share a limit; each value is listed once.
  const limits = (monitoring?.limits ?? []).filter(
    (each, at, all) =>
      each.parameter === parameter &&
      each.averaging === 60 &&
      all.findIndex((one) => one.parameter === parameter && one.averaging === 60 && one.value === each.value) === at,
  )
  const named = (code: string) =>
    code === '' ? t('monitoring.noCounty') : countyName({ counties }, code, i18n.language)
  const codes = [...new Set(list.devices.map(({ place }) => place?.county ?? ''))]
  const order = (code: string) => counties.findIndex((each) => each.code === code) + (code === '' ? 1000 : 0)
  codes.sort((a, b) => order(a) - order(b))
  return (
    <>
      <div className={classes.narrow}>
        <input
          type="search"
          autoComplete="off"
          className={panel.search}
          aria-label={t('monitoring.list.search')}
          placeholder={t('monitoring.list.search')}
          value={asked.text}
          // Amends the current view: the letters typed are not separate steps for going back.
          onChange={({ target }) => amendView({ devices: { ...asked, text: target.value } })}
        />
        <div className={panel.chips}>
          {DEVICE_FILTERS.map((filter) => (
            <ToggleChip
              key={filter}
              pressed={asked.filter === filter}
              count={shown.counts[filter] ?? undefined}
              title={t(`monitoring.list.filterTitle.${filter}`)}
              onToggle={() => change({ filter })}
            >
              {t(`monitoring.list.filters.${filter}`)}
            </ToggleChip>
          ))}
        </div>
        <Select
          label={t('monitoring.list.county')}
          labelled="beside"
          value={asked.county === null ? ALL : OF + asked.county}
          options={[
            { value: ALL, label: t('monitoring.list.allCounties') },
            ...codes.map((code) => ({
              value: OF + code,
              label: t('monitoring.list.countyCount', { county: named(code), count: shown.counties.get(code) ?? 0 }),
            })),
          ]}
          onChange={(value) => change({ county: value === ALL ? null : value.slice(OF.length) })}
        />
        <Select
          label={t('monitoring.list.sort')}
          labelled="beside"
          value={asked.sort}
          options={DEVICE_SORTS.map((value) => ({ value, label: t(`monitoring.list.sorts.${value}`) }))}
          onChange={(sort) => change({ sort })}
        />
        <div className={classes.shown}>
          <span role="status">{said}</span>
          <WhyLines
            of={said}
            lines={[
              { text: t('monitoring.list.why.over') },
              ...limits.flatMap((limit) => [
                { text: t('monitoring.why.limit', limitFigure(limit)), rule: limit },
                ...limitConversion(t, limit),
              ]),
              { text: t('monitoring.list.doubtsNote') },
              { text: t('monitoring.list.why.share'), rule: monitoring?.online },
              { text: t('monitoring.why.person') },
            ]}
          />
          {found && (
            <DevicesExport
              lines={shown.lines}
              findings={found}
              asked={asked}
              parameter={parameter}
              hour={list.hour!}
              asOf={asOf}
              countyOf={named}
            />
          )}
        </div>
        <ExceedancesExport asOf={asOf} hasKept={list.devices.some(({ isKept }) => isKept)} countyOf={named} />
      </div>
      <div className={classes.lines}>
        {shown.lines.length === 0 && (
          <EmptyState message={t('monitoring.list.none')}>
            <Button onClick={() => change({ ...ALL_DEVICES, sort: asked.sort })}>{t('monitoring.list.clear')}</Button>
          </EmptyState>
        )}
        <MonitorLines
          devices={shown.lines}
          findings={findings}
          isGrouped={asked.sort === 'county'}
          parameter={parameter}
          chosen={chosen}
          onChoose={onChoose}
        />
      </div>
    </>
  )
}
