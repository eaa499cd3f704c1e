import type { TFunction } from 'i18next'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { IsoDay } from '@/domain/calendar'
import { countedHours, standingOfHours } from '@/domain/monitoring/doubts/verdict'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import { DayCalendar } from '@/features/monitoring/days/DayCalendar'
import { RoseView } from '@/features/monitoring/rose/RoseView'
import type { MonitorLine } from '@/questions/monitors/monitor-list'
import type { MonitorSeries, NeighbourLevels, OwnHours } from '@/questions/monitors/monitor-series'
import { useAnswer } from '@/store/answers/use-answer'
import { useKept } from '@/store/answers/use-kept'
import { useDataset } from '@/store/chentu'
import { READINGS_NAME } from '@/store/exports/exports-worker'
import { useDoubtVerdicts } from '@/store/ledger/use-doubt-verdicts'
import { useDebounced } from '@/store/page/use-debounced'
import { valueText } from '@/store/words/monitor-figures'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import { Skeleton } from '@/ui/states/Skeleton'
import { DeviceHead } from './DeviceHead'
import classes from './Monitoring.module.css'
import { whyNoLimit } from './no-limit'
import { type Period, PeriodControl } from './PeriodControl'
import { SeriesChart } from './SeriesChart'
import { SeriesExport } from './SeriesExport'
import { SeriesNotes } from './SeriesNotes'
import { WhyHours } from './SeriesWhy'
import { nameOf } from './shown-devices'

/** Number of other devices behind the medians, as a range over the hours. */
function othersText(t: TFunction<'texts'>, { county, city }: MonitorSeries): string {
  const range = ({ values, devices }: NeighbourLevels) => {
    const counts = devices.filter((_, hour) => !Number.isNaN(values[hour]!))
    const [least, most] = [Math.min(...counts), Math.max(...counts)]
    return counts.length === 0
      ? t('monitoring.othersNone')
      : t('monitoring.othersCount', { count: most, range: least === most ? `${most}` : `${least}–${most}` })
  }
  return t('monitoring.others', { county: range(county), city: range(city) })
}

interface Props {
  readonly line: MonitorLine
  readonly parameter: Parameter
  readonly asOf: IsoDay
}

const VIEWS = ['hours', 'days', 'rose'] as const
type DeviceView = (typeof VIEWS)[number]

/** Views of one device: its hours, its days as a calendar, or its values by wind direction. */
export function SeriesView(props: Props) {
  const { t } = useTranslation()
  const [view, setView] = useState<DeviceView>('hours')
  const views = (
    <SegmentedControl<DeviceView>
      label={t('monitoring.view')}
      options={VIEWS.map((value) => ({ value, label: t(`monitoring.views.${value}`) }))}
      value={view}
      onChange={setView}
    />
  )
  if (view === 'hours') return <HoursView {...props} views={views} />
  if (view === 'rose') return <RoseView {...props} views={views} />
  return (
    <>
      <DeviceHead line={props.line}>{views}</DeviceHead>
      <DayCalendar key={props.line.device} {...props} />
    </>
  )
}

/** The hours of one device beside its county and city, with limits and findings. */
function HoursView({ line, parameter, asOf, views }: Props & { readonly views: ReactNode }) {
  const { device } = line
  const [period, setPeriod] = useState<Period>('7')
  const asked = { device, parameter, asOf, days: Number(period) }
  const about = Object.values(asked).join(' ')
  const verdicts = useDoubtVerdicts()
  const own = useAnswer<HoursOf>(
    async (worker) => ({ line, parameter, series: await worker.monitorHours(READINGS_NAME, asked) }),
    about,
  )
  // The comparison takes many times as long, so it is requested only once the user stays on this view.
  const stays = useDebounced(own && about) === about
  const whole = useAnswer<HoursOf | null>(
    async (worker) =>
      stays ? { line, parameter, series: await worker.monitorSeries(READINGS_NAME, asked, verdicts) } : null,
    `${about} ${stays}`,
    [verdicts],
  )
  const { value: found, isOld } = useKept(whole ?? own)
  return (
    <>
      <DeviceHead line={line}>
        {views}
        {found && 'doubts' in found.series && <SeriesExport {...found} series={found.series} />}
        <PeriodControl period={period} onChange={setPeriod} />
      </DeviceHead>
      {!found && <Skeleton lines={6} />}
      {found && (
        <div data-old={isOld}>
          <Hours {...found} />
        </div>
      )}
    </>
  )
}

/**
 * Hours together with the device and parameter they belong to: while the next ones load, the previous ones stay visible
 * under their own name and limits.
 */
interface HoursOf {
  readonly line: MonitorLine
  readonly parameter: Parameter
  /** {@link OwnHours} while the comparison and the findings are still loading. */
  readonly series: OwnHours | MonitorSeries
}

function Hours({ line, parameter, series }: HoursOf) {
  const { t, i18n } = useTranslation()
  const { monitoring } = useDataset()
  const isWhole = 'doubts' in series
  const { unit } = PARAMETER_FACTS[parameter]
  const verdicts = useDoubtVerdicts()
  const standing = standingOfHours([], verdicts, {
    ...{ device: line.device, parameters: [parameter], from: series.from, hours: series.values.length },
  })
  const invalid = countedHours(series.values, standing).doubted.wrong
  const known =
    t('monitoring.known', {
      known: series.values.filter((value) => !Number.isNaN(value)).length,
      hours: series.values.length,
    }) + (invalid > 0 ? t('monitoring.knownInvalid', { count: invalid }) : '')
  return (
    <>
      <SeriesChart series={series} parameter={parameter} name={nameOf(line)} />
      <p className={classes.limits}>
        <span>
          {known}
          <WhyHours of={known} />
        </span>
        {isWhole && <span>{othersText(t, series)}</span>}
        {series.limits.length === 0 && (
          <span>{t(`monitoring.noLimit.${whyNoLimit(monitoring?.limits ?? [], parameter, line.place)}`)}</span>
        )}
        {series.limits.map(({ limit, value }) => (
          <span key={limit.value}>
            {t('monitoring.limitText', { value: valueText(value, parameter), unit })}
            {' · '}
            {inLanguage(limit.source, i18n.language)}
            {!limit.confirmed && ` · ${t('monitoring.unconfirmed')}`}
          </span>
        ))}
      </p>
      {isWhole ? <SeriesNotes series={series} parameter={parameter} name={nameOf(line)} /> : <Skeleton lines={4} />}
    </>
  )
}
