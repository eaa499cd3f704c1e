import { Suspense, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay, type IsoDay } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import type { BreachKind } from '@/domain/trucks/breach-kinds'
import { secondOfDay } from '@/domain/trucks/clock-hours'
import { trackHeads, wayBetween, wholeWays } from '@/layers/track-paths'
import type { BreachLine, TruckCardRequest } from '@/questions/trucks/truck-card'
import type { TruckDay } from '@/questions/trucks/truck-day'
import type { TruckList } from '@/questions/trucks/truck-list'
import { useAnswer } from '@/store/answers/use-answer'
import { useKept } from '@/store/answers/use-kept'
import { useDataset } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { TRACKS_NAME } from '@/store/exports/exports-worker'
import { spanText, timeOfDayText } from '@/store/words/truck-figures'
import { Button } from '@/ui/controls/Button'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import { Select } from '@/ui/controls/Select'
import { lazyPart } from '@/ui/lazy-part'
import { Skeleton } from '@/ui/states/Skeleton'
import { breachCounts, breachId, breachText } from './breach-words'
import { CaseOfBreach } from './CaseOfBreach'
import { BreachLegend, StopLegend } from './TruckLegend'
import classes from './TruckPlayer.module.css'
import { useHidden } from './use-hidden'

const TruckMap = lazyPart(async () => ({ default: (await import('@/map/small-maps')).TruckMap }))

const DAY = 86_400
/** Playback speeds: seconds of the day per second. */
const SPEEDS = ['60', '300', '900'] as const
/** Length of the trail drawn behind a truck, in seconds. */
const TRAIL = 900
const WHATS = ['day', 'stops'] as const
const NO_WAYS: readonly [] = []

interface Props {
  readonly list: TruckList
  readonly asOf: IsoDay
  /** The day that is played, and the callback to change it. */
  readonly day: IsoDay
  onDay(day: IsoDay): void
  /** The truck or the company whose tracks, suspected breaches and stops are shown; null for all. */
  readonly asked: TruckCardRequest | null
  /** Id of the chosen unlisted place. */
  readonly place: string | null
  /** The chosen suspected breach of the day; a new object moves the clock to its time. */
  readonly breach: BreachLine | null
  readonly towards: { readonly at: Position } | null
  onPlace(id: string): void
  onBreach(breach: BreachLine): void
}

/** A day of the asked trucks on a map, played over time; or their stops in the month. */
export function TruckPlayer(props: Props) {
  const { list, asOf, day, onDay, asked, place, breach, towards, onPlace, onBreach } = props
  const { t } = useTranslation()
  const dataset = useDataset()
  const theme = usePreferences((state) => state.theme)
  const [what, setWhat] = useState<(typeof WHATS)[number]>('day')
  const [at, setAt] = useState(8 * 3600)
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>('300')
  const [isPlaying, setPlaying] = useState(false)
  /** Whether marks wait for the clock: once somebody plays the day or moves its time; before, all can be pressed. */
  const [isByClock, setByClock] = useState(false)
  const isDay = what === 'day'
  const [last, setLast] = useState<BreachLine | null>(null)
  if (breach !== last) {
    setLast(breach)
    if (breach) {
      setWhat('day')
      setPlaying(false)
      setAt(secondOfDay(breach.from))
    }
  }
  const askedKey = JSON.stringify(asked)
  // Another day of the asked trucks is fitted too, unless somebody watches the play.
  const [lastDay, setLastDay] = useState(day)
  const [fittedDay, setFittedDay] = useState(day)
  if (day !== lastDay) {
    setLastDay(day)
    if (!isPlaying) {
      setFittedDay(day)
      setByClock(false)
    }
  }
  const { value: read, isOld } = useKept(
    useAnswer((worker) => worker.truckDay(TRACKS_NAME, day, asked), `${day} ${askedKey}`),
  )
  // After a truck or a company is chosen, the clock moves to the first track if none is visible now: a truck of
  // the night is gone by 08:00.
  const [begun, setBegun] = useState<TruckDay | null>(null)
  if (read && !isOld && read !== begun) {
    setBegun(read)
    const first = asked === null || breach ? null : firstSecond(read, at)
    if (first !== null) setAt(first)
  }
  const stops = useAnswer(
    async (worker) => (isDay ? null : worker.truckStops(TRACKS_NAME, asOf, asked)),
    `${isDay ? '' : `${asOf} ${askedKey}`}`,
  )
  const found = useAnswer(
    async (worker) => (isDay ? worker.truckBreaches(TRACKS_NAME, asOf, day, asked) : []),
    `${isDay} ${asOf} ${day} ${askedKey}`,
  )
  const kinds = useHidden<BreachKind>()
  const sorts = useHidden<number>()
  const chosenId = breach && breachId(breach)
  /** How many of them have begun; they are sorted by that. */
  const begunCount = isByClock ? (found?.filter(({ from }) => secondOfDay(from) <= at).length ?? 0) : found?.length
  const marks = useMemo(
    () =>
      (found ?? [])
        .map((each, nth) => ({ id: breachId(each), kind: each.kind, at: each.at, nth }))
        .filter(({ id, kind, nth }) => id === chosenId || (nth < (begunCount ?? 0) && !kinds.hidden.has(kind)))
        .map(({ nth, ...mark }) => mark),
    [found, begunCount, kinds.hidden, chosenId],
  )
  const ways = useMemo(() => (breach && read?.day === day ? waysOf(read, breach) : []), [breach, read, day])
  const isOneTruck = asked !== null && 'plate' in asked
  const wholeTracks = useMemo(
    () => (isOneTruck && isDay && read && !isOld ? wholeWays(read) : NO_WAYS),
    [isOneTruck, isDay, read, isOld],
  )
  useEffect(() => {
    if (!isPlaying) return
    let before: number | null = null
    let frame = requestAnimationFrame(function step(now) {
      const passed = before === null ? 0 : now - before
      before = now
      // The clock follows real time: a slow machine skips frames.
      setAt((second) => (second + (passed / 1000) * Number(speed)) % DAY)
      frame = requestAnimationFrame(step)
    })
    return () => cancelAnimationFrame(frame)
  }, [isPlaying, speed])
  const unlisted = useMemo(() => unlistedOf(list, asked, place), [list, asked, place])
  const count = useMemo(() => new Set(read?.plates).size, [read])
  const onMap = read ? new Set(trackHeads(read, at).map(({ path }) => read.plates[path])).size : 0
  const time = timeOfDayText(at)
  const label = t('trucks.map.label', { day, time })
  return (
    <div className={classes.player} data-old={isOld}>
      <div className={classes.bar}>
        <SegmentedControl<(typeof WHATS)[number]>
          label={t('trucks.map.what')}
          options={WHATS.map((value) => ({ value, label: t(`trucks.map.whats.${value}`) }))}
          value={what}
          onChange={setWhat}
        />
        {isDay && (
          <>
            <Select
              label={t('trucks.map.day')}
              labelled="beside"
              value={day}
              options={list.days.map(formatDay).map((value) => ({ value, label: value }))}
              onChange={onDay}
            />
            <Button
              aria-pressed={isPlaying}
              disabled={read === null}
              onClick={() => {
                setPlaying(!isPlaying)
                setByClock(true)
              }}
            >
              {t(isPlaying ? 'trucks.map.pause' : 'trucks.map.play')}
            </Button>
            <Select
              label={t('trucks.map.speed')}
              labelled="beside"
              value={speed}
              options={SPEEDS.map((value) => ({ value, label: t(`trucks.map.speeds.${value}`) }))}
              onChange={setSpeed}
            />
            <input
              type="range"
              min={0}
              max={DAY - 1}
              step={60}
              value={Math.floor(at)}
              aria-label={t('trucks.map.time')}
              aria-valuetext={time}
              onChange={({ target }) => {
                setPlaying(false)
                setByClock(true)
                setAt(Number(target.value))
              }}
            />
            <output>{time}</output>
            {read === null ? (
              <span role="status">{t('trucks.map.loading')}</span>
            ) : (
              <span>{t('trucks.map.vehicles', { shown: onMap, count })}</span>
            )}
          </>
        )}
      </div>
      <Suspense fallback={<Skeleton lines={6} />}>
        <TruckMap
          label={label}
          dataset={dataset}
          theme={theme}
          paths={isDay ? read : null}
          at={at}
          trail={TRAIL}
          // The legend takes room from the map, so the map is fitted once the legend's answer is there.
          fitOn={isOld || found === null ? null : asked === null ? askedKey : `${fittedDay} ${askedKey}`}
          stops={isDay ? null : stops}
          hiddenStops={sorts.hidden}
          unlisted={unlisted}
          chosen={place}
          breaches={marks}
          chosenBreach={isDay ? chosenId : null}
          ways={isDay ? ways : NO_WAYS}
          wholeTracks={wholeTracks}
          towards={towards}
          onChoose={onPlace}
          onBreach={(id) => {
            const pressed = found?.find((each) => breachId(each) === id)
            if (pressed) onBreach(pressed)
          }}
        />
      </Suspense>
      <div className={classes.legend}>
        {isDay && breach && (
          <div className={classes.chosen}>
            <p role="status">
              {t('trucks.map.chosen', {
                plate: breach.plate,
                when: spanText(t, breach),
                what: breachText(t, breach),
              })}
              {ways.length > 0 && t('trucks.map.way')}
            </p>
            <CaseOfBreach breach={breach} />
          </div>
        )}
        {isDay && found && <BreachLegend label={t('trucks.map.marks')} counts={breachCounts(found)} {...kinds} />}
        {!isDay && stops && <StopLegend stops={stops} theme={theme} {...sorts} />}
        <p>
          {isDay
            ? t(`trucks.map.legend.${theme}`, { minutes: TRAIL / 60 }) +
              (wholeTracks.length > 0 ? t('trucks.map.wholeTrack') : '') +
              (isByClock && found && found.length > 0
                ? t('trucks.map.begun', { time, shown: begunCount, count: found.length })
                : '')
            : stops
              ? t('trucks.map.stopsLegend', { count: stops.count.reduce((sum, each) => sum + each, 0) })
              : t('trucks.map.loading')}
        </p>
      </div>
    </div>
  )
}

/** The unlisted places where asked trucks stopped, and the chosen one. */
function unlistedOf({ unlisted, trucks }: TruckList, asked: TruckCardRequest | null, chosen: string | null) {
  if (asked === null) return unlisted
  const own = trucks.filter(({ plate, company }) =>
    'plate' in asked ? plate === asked.plate : company === asked.company,
  )
  const plates = new Set(own.map(({ plate }) => plate))
  return unlisted.filter((place) => place.id === chosen || place.trucks.some((plate) => plates.has(plate)))
}

/**
 * Start of the day's first track in seconds, if no track covers the time `at`; null if one does, or the day has none.
 */
function firstSecond({ starts, second }: TruckDay, at: number): number | null {
  const ways = Array.from({ length: starts.length - 1 }, (_, way) => ({
    from: second[starts[way]!]!,
    until: second[starts[way + 1]! - 1]!,
  }))
  if (ways.length === 0 || ways.some(({ from, until }) => from <= at && at <= until)) return null
  return Math.min(...ways.map(({ from }) => from))
}

/** The parts of tracks during a suspected breach; none if it lasted only a moment. */
function waysOf(paths: TruckDay, { plate, from, until }: BreachLine) {
  const begin = secondOfDay(from)
  return paths.plates.flatMap((each, path) => {
    const way = each === plate ? wayBetween(paths, path, begin, begin + until - from) : null
    return way ? [way] : []
  })
}
