import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay, type IsoDay, parseDay } from '@/domain/calendar'
import { localDay } from '@/domain/monitoring/local-time'
import { PARAMETERS, type Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import { BesideView } from '@/features/monitoring/beside/BesideView'
import { OnlineView } from '@/features/monitoring/online/OnlineView'
import { useAnswer } from '@/store/answers/use-answer'
import { useKept } from '@/store/answers/use-kept'
import { effectiveDate, useChentu, useOpened } from '@/store/chentu'
import { READINGS_NAME } from '@/store/exports/exports-worker'
import { hourText } from '@/store/words/monitor-figures'
import { Button } from '@/ui/controls/Button'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import { Select } from '@/ui/controls/Select'
import { HeadingWithHelp } from '@/ui/HeadingWithHelp'
import { EmptyState } from '@/ui/states/EmptyState'
import { Skeleton } from '@/ui/states/Skeleton'
import { UnreadFiles } from '@/ui/UnreadFiles'
import { usePartKeys } from '@/ui/use-part-keys'
import { DeviceList } from './DeviceList'
import { HourMap } from './HourMap'
import classes from './Monitoring.module.css'
import { SeriesView } from './SeriesView'

/** Order in which F6 moves the focus between the parts. */
const PARTS = ['monitors', 'series'] as const

/** Views to choose from while no device is selected. */
const OVERVIEWS = ['map', 'beside', 'online'] as const

/** The monitor screen: the latest values of all devices, and the hours of one of them. */
export default function Monitoring() {
  const { t } = useTranslation()
  usePartKeys(PARTS)
  const { dataset } = useOpened()
  const hours = dataset.provenance.filter(({ role }) => role === 'readings-hourly')
  const view = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const [offered, setOffered] = useState<readonly Parameter[]>([])
  // The package may not contain the view's parameter.
  const parameter = offered.includes(view.parameter) ? view.parameter : (offered[0] ?? view.parameter)
  const [overview, setOverview] = useState<(typeof OVERVIEWS)[number]>('map')
  const asOf = effectiveDate(dataset, view)
  const { value: shown, isOld } = useKept(
    useAnswer(
      async (worker) => ({ parameter, list: await worker.monitors(READINGS_NAME, asOf, parameter) }),
      `${asOf} ${parameter}`,
    ),
  )
  const list = shown?.list
  const hasKept = list?.devices.some(({ isKept }) => isKept) ?? false
  // If the package has no hours, only imported readings are shown; if none of those is real, a
  // made-up export was imported.
  const isMadeUp =
    hours.length > 0
      ? hours.some(({ dataClass }) => dataClass === 'illustrative')
      : !hasKept && (list?.devices.length ?? 0) > 0
  const known = PARAMETERS.filter((each) => list?.parameters.includes(each))
  if (known.length > 0 && known.join() !== offered.join()) setOffered(known)
  // Once real readings are imported, devices with only made-up readings are hidden.
  const leavesOutMadeUp = isMadeUp && hasKept
  const begins = view.device === null ? undefined : list?.beginLater.get(view.device)
  const chosen = list?.devices.find(({ device }) => device === view.device)
  if (list && list.hour === null && list.later === null && list.problems.length === 0)
    return (
      <div className={classes.nothing}>
        <EmptyState message={t('monitoring.none')} help={t('monitoring.noneHow')}>
          <Button onClick={() => setView({ mode: 'data' })}>{t('monitoring.toData')}</Button>
        </EmptyState>
      </div>
    )
  return (
    <div className={classes.screen}>
      <section id="monitors" tabIndex={-1} className={classes.left} aria-label={t('monitoring.title')} data-old={isOld}>
        <div>
          <HeadingWithHelp page="monitoring">
            <h2>{t('monitoring.title')}</h2>
          </HeadingWithHelp>
          {isMadeUp &&
            (hasKept ? (
              <p className="quiet">{t('monitoring.madeUpLeftOut')}</p>
            ) : (
              <span className="badge" data-class="illustrative">
                {t('monitoring.illustrative')}
              </span>
            ))}
          {!list && <Skeleton lines={8} />}
          {list && <UnreadFiles says={t('monitoring.unreadable')} problems={list.problems} />}
          {list && list.hour === null && <EmptyState message={t('monitoring.noneYet')} />}
          {list && list.later !== null && <Later last={list.later} />}
        </div>
        {shown && list && list.hour !== null && (
          <>
            <div>
              <p className={classes.summary}>
                {t('monitoring.summary', {
                  count: list.devices.length,
                  online: list.devices.filter((each) => each.isOnline).length,
                })}
                <br />
                {t('monitoring.asOf', { hour: hourText(list.hour) })}
              </p>
              {silentDays(list.hour, asOf) > 0 && (
                <p role="note">{t('monitoring.silentDays', { count: silentDays(list.hour, asOf), day: asOf })}</p>
              )}
              <Select
                label={t('monitoring.parameter')}
                labelled="beside"
                options={offered.map((value) => ({ value, label: t(`monitoring.names.${value}`) }))}
                value={parameter}
                onChange={(of) => setView({ parameter: of })}
              />
            </div>
            <DeviceList
              list={list}
              parameter={shown.parameter}
              asOf={asOf}
              chosen={view.device}
              onChoose={(device) => setView({ device })}
            />
          </>
        )}
      </section>
      <section id="series" tabIndex={-1} className={classes.main}>
        {chosen && <SeriesView line={chosen} parameter={parameter} asOf={asOf} />}
        {list && !chosen && view.device && (
          <EmptyState
            message={
              begins === undefined
                ? t(leavesOutMadeUp ? 'monitoring.notImported' : 'monitoring.notFound', { device: view.device })
                : t('monitoring.beginsLater', { device: view.device, hour: hourText(begins), day: asOf })
            }
          >
            {begins !== undefined && <ToDay day={formatDay(localDay(begins))} />}
            <Button onClick={() => setView({ device: null })}>{t('monitoring.map.back')}</Button>
          </EmptyState>
        )}
        {shown && !view.device && (
          <>
            <div className={classes.overviews}>
              <SegmentedControl<(typeof OVERVIEWS)[number]>
                label={t('monitoring.view')}
                options={OVERVIEWS.map((value) => ({ value, label: t(`monitoring.views.${value}`) }))}
                value={overview}
                onChange={setOverview}
              />
            </div>
            {overview === 'map' && (
              <div data-old={isOld}>
                <HourMap {...shown} onChoose={(device) => setView({ device })} />
              </div>
            )}
            {overview === 'beside' && <BesideView parameter={parameter} asOf={asOf} />}
            {overview === 'online' && <OnlineView asOf={asOf} />}
          </>
        )}
      </section>
    </div>
  )
}

/** Whole days between the day of the latest hour and the as-of date. */
const silentDays = (hour: Minute, asOf: IsoDay): number => parseDay(asOf) - localDay(hour)

/** Note that there are readings after the as-of date, with a button that moves the date. */
function Later({ last }: { readonly last: Minute }) {
  const { t } = useTranslation()
  return (
    <p className={classes.summary}>
      {t('monitoring.later', { hour: hourText(last) })} <ToDay day={formatDay(localDay(last))} />
    </p>
  )
}

/** Moves the as-of date to a day. */
function ToDay({ day }: { readonly day: IsoDay }) {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  return <Button onClick={() => setView({ asOf: day })}>{t('monitoring.toLater', { day })}</Button>
}
