import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay, type IsoDay } from '@/domain/calendar'
import monitoring from '@/features/monitoring/Monitoring.module.css'
import type { BreachLine } from '@/questions/trucks/truck-card'
import type { TruckList } from '@/questions/trucks/truck-list'
import { useAnswer } from '@/store/answers/use-answer'
import { useKept } from '@/store/answers/use-kept'
import { effectiveDate, useChentu, useOpened } from '@/store/chentu'
import { TRACKS_NAME } from '@/store/exports/exports-worker'
import { kmText } from '@/store/words/truck-figures'
import { Button } from '@/ui/controls/Button'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import { HeadingWithHelp } from '@/ui/HeadingWithHelp'
import { EmptyState } from '@/ui/states/EmptyState'
import { Skeleton } from '@/ui/states/Skeleton'
import { UnreadFiles } from '@/ui/UnreadFiles'
import { usePartKeys } from '@/ui/use-part-keys'
import { breachDay, breachId } from './breach-words'
import { CompanyLines } from './CompanyLines'
import { ShareLines, UnlistedLines } from './GroupLines'
import { OutdatedJudgementNote } from './OutdatedJudgementNote'
import { TruckCardView } from './TruckCardView'
import { ShareFigure, TruckLines } from './TruckLines'
import { TruckPlayer } from './TruckPlayer'
import classes from './Trucks.module.css'
import { WhyShare } from './TrucksWhy'
import { UnjudgedNote } from './UnjudgedNote'
import { UnlistedCard } from './UnlistedCard'
import { type CurrentPlaceId, useCurrentPlaceIds } from './use-current-place-ids'

/** Order in which F6 moves the focus between the parts. */
const PARTS = ['trucks', 'truck-day'] as const
const LISTS = ['trucks', 'companies', 'counties', 'sites', 'unlisted'] as const

/**
 * The muck truck (渣土车) screen: the month by truck, company, county, site and unlisted place, and one day on the map.
 */
export default function Trucks() {
  const { t } = useTranslation()
  usePartKeys(PARTS)
  const { dataset } = useOpened()
  const view = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const asOf = effectiveDate(dataset, view)
  const { value: list, isOld } = useKept(useAnswer((worker) => worker.trucks(TRACKS_NAME, asOf), asOf))
  const { place } = useChosen()
  const now = useCurrentPlaceIds(list ?? null, place)
  const isNowhere = list && list.months.length === 0 && list.problems.length === 0
  if (isNowhere || !dataset.trucks)
    return (
      <div className={monitoring.nothing}>
        <EmptyState
          message={t(dataset.trucks ? 'trucks.none' : 'trucks.noSettings')}
          help={t(dataset.trucks ? 'trucks.noneHow' : 'trucks.noSettingsHow')}
        />
      </div>
    )
  return (
    <div className={monitoring.screen}>
      <section id="trucks" tabIndex={-1} className={monitoring.left} aria-label={t('trucks.title')} data-old={isOld}>
        <div>
          <HeadingWithHelp page="trucks">
            <h2>{t('trucks.title')}</h2>
          </HeadingWithHelp>
          {list?.dataClass && (
            <p>
              <span className="badge" data-class={list.dataClass}>
                {list.dataClass === 'illustrative' ? t('trucks.illustrative') : t(`dataClass.${list.dataClass}`)}
              </span>{' '}
              {list.kept > 0 && t('trucks.keptOf', { count: list.kept })}
            </p>
          )}
          {list && list.judgedBefore > 0 && <OutdatedJudgementNote trucks={list.judgedBefore} />}
          {list && list.judging !== 'current' && <p role="note">{t(`trucks.packageJudged.${list.judging}`)}</p>}
          {!list && <Skeleton lines={8} />}
          {list && <UnreadFiles says={t('trucks.unreadable')} problems={list.problems} />}
          {list && list.trucks.length === 0 && (
            <EmptyState message={t('trucks.noneMonth', { month: list.month })}>
              {list.other && list.other !== asOf && (
                <Button onClick={() => setView({ asOf: list.other })}>{t('trucks.other', { day: list.other })}</Button>
              )}
            </EmptyState>
          )}
        </div>
        {list && list.trucks.length > 0 && <Lists list={list} now={now} />}
      </section>
      {list && list.trucks.length > 0 && <Main list={list} asOf={asOf} now={now} />}
    </div>
  )
}

/** The choice stored in the view: `truck/…`, `company/…` or `place/…`. */
function useChosen() {
  const chosen = useChentu((state) => state.view.truck)
  const setView = useChentu((state) => state.setView)
  const of = (sort: string) => (chosen?.startsWith(`${sort}/`) ? chosen.slice(sort.length + 1) : null)
  return {
    plate: of('truck'),
    company: of('company'),
    place: of('place'),
    choose: (sort: 'truck' | 'company' | 'place', key: string) => setView({ truck: `${sort}/${key}`, breach: null }),
    leave: () => setView({ truck: null, breach: null }),
  }
}

interface PartProps {
  readonly list: TruckList
  readonly now: CurrentPlaceId | null
}

function Lists({ list, now }: PartProps) {
  const { t } = useTranslation()
  const { plate, company, place, choose } = useChosen()
  const [shown, setShown] = useState<(typeof LISTS)[number]>(
    place !== null ? 'unlisted' : company !== null ? 'companies' : 'trucks',
  )
  const { total } = list
  return (
    <>
      <div>
        <p className={monitoring.summary}>
          {t('trucks.summary', {
            month: list.month,
            count: list.trucks.length,
            days: list.days.length,
            trips: total.trips,
            km: kmText(total.metres),
          })}
          <br />
          <ShareFigure share={total} least={list.least} /> <WhyShare of={t('trucks.title')} />
        </p>
        <UnjudgedNote unjudged={list.unjudged} />
        <div className={classes.segments}>
          <SegmentedControl<(typeof LISTS)[number]>
            label={t('trucks.view')}
            options={LISTS.map((value) => ({ value, label: t(`trucks.views.${value}`) }))}
            value={shown}
            onChange={setShown}
          />
        </div>
      </div>
      {shown === 'trucks' && <TruckLines list={list} chosen={plate} onChoose={(key) => choose('truck', key)} />}
      {shown === 'companies' && (
        <CompanyLines list={list} chosen={company} onChoose={(key) => choose('company', key)} />
      )}
      {shown !== 'trucks' && shown !== 'companies' && (
        <div className={monitoring.lines}>
          {shown === 'counties' && <ShareLines list={list} shares={list.counties} />}
          {shown === 'sites' && <ShareLines list={list} shares={list.sites} />}
          {shown === 'unlisted' && (
            <UnlistedLines
              places={list.unlisted}
              chosen={now?.(place) ?? place}
              onChoose={(key) => choose('place', key)}
            />
          )}
        </div>
      )}
    </>
  )
}

function Main({ list, now, asOf }: PartProps & { readonly asOf: IsoDay }) {
  const { t } = useTranslation()
  const { plate, company, place: placeId, choose, leave } = useChosen()
  const [wanted, setDay] = useState<IsoDay | null>(null)
  const days = list.days.map(formatDay)
  // For a truck, default to its last day with trips: it may not have moved on the month's last day.
  const ofTruck = list.trucks.find((each) => each.plate === plate)?.lastDay
  const day = wanted !== null && days.includes(wanted) ? wanted : (ofTruck ?? days.at(-1)!)
  const place = list.unlisted.find(({ id }) => id === (now?.(placeId) ?? placeId)) ?? null
  const asked = useMemo(() => (plate !== null ? { plate } : company !== null ? { company } : null), [plate, company])
  const [pressed, setPressed] = useState<{ readonly breach: BreachLine; readonly of: string } | null>(null)
  // The chosen breach no longer applies once another truck, company, place or day is chosen.
  const of = JSON.stringify([plate, company, placeId])
  const linked = useChentu((state) => state.view.breach)
  const setView = useChentu((state) => state.setView)
  const isShown = pressed?.of === of && breachDay(pressed.breach) === day && breachId(pressed.breach) === linked
  const breach = isShown ? pressed.breach : null
  const towards = useMemo(() => breach ?? (place && { at: place.at }), [breach, place])
  const onTruck = (key: string) => choose('truck', key)
  const onBreach = (line: BreachLine) => {
    // On the map of all trucks, choosing a breach also opens its truck's card, which has the details.
    const ofTruck = asked === null ? line.plate : null
    setView({ breach: breachId(line), ...(ofTruck !== null && { truck: `truck/${ofTruck}` }) })
    setDay(breachDay(line))
    // A new object each time, so that the map moves there again when it is pressed again.
    setPressed({ breach: { ...line }, of: ofTruck === null ? of : JSON.stringify([ofTruck, null, null]) })
  }
  const onDay = (next: IsoDay) => {
    setView({ breach: null })
    setDay(next)
  }
  return (
    <div id="truck-day" tabIndex={-1} className={classes.main} data-card={asked !== null || placeId !== null}>
      <TruckPlayer
        list={list}
        asOf={asOf}
        day={day}
        onDay={onDay}
        asked={asked}
        place={place?.id ?? null}
        breach={breach}
        towards={towards}
        onPlace={(id) => choose('place', id)}
        onBreach={onBreach}
      />
      {asked && (
        <TruckCardView {...{ list, asOf, asked, breach, wanted: linked, onTruck, onBreach, onDay }} onBack={leave} />
      )}
      {place && <UnlistedCard {...{ list, place, now, onTruck }} onBack={leave} />}
      {placeId !== null && !place && now && (
        <EmptyState message={t('trucks.placeGone', { month: list.month })}>
          <Button onClick={leave}>{t('trucks.back')}</Button>
        </EmptyState>
      )}
    </div>
  )
}
