import { Suspense, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay, type IsoDay } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import type { TruckList } from '@/questions/truck-list'
import { useAnswer } from '@/store/answers/use-answer'
import { useKept } from '@/store/answers/use-kept'
import { useDataset } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { clockText } from '@/store/words/truck-figures'
import { Button } from '@/ui/controls/Button'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import { Select } from '@/ui/controls/Select'
import { lazyPart } from '@/ui/lazy-part'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './TruckPlayer.module.css'

const TruckMap = lazyPart(async () => ({ default: (await import('@/map/small-maps')).TruckMap }))

const DAY = 86_400
/** Seconds of the day in a second. */
const SPEEDS = ['60', '300', '900'] as const
/** So much of the way before the moment is drawn. */
const TRAIL = 900
const WHATS = ['day', 'stops'] as const

interface Props {
  readonly list: TruckList
  readonly asOf: IsoDay
  /** The day that is played, and what changes it. */
  readonly day: IsoDay
  onDay(day: IsoDay): void
  /** Plate of the truck of which alone the tracks are shown; null for all. */
  readonly plate: string | null
  /** Id of the unlisted place that is chosen. */
  readonly place: string | null
  readonly towards: { readonly at: Position } | null
  onPlace(id: string): void
}

/** The day of trucks on a map, played in time; or where they stopped in the month. */
export function TruckPlayer({ list, asOf, day, onDay, plate, place, towards, onPlace }: Props) {
  const { t } = useTranslation()
  const dataset = useDataset()
  const theme = usePreferences((state) => state.theme)
  const [what, setWhat] = useState<(typeof WHATS)[number]>('day')
  const [at, setAt] = useState(8 * 3600)
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>('300')
  const [isPlaying, setPlaying] = useState(false)
  const isDay = what === 'day'
  const { value: read, isOld } = useKept(
    useAnswer((worker) => worker.truckDay(day, plate ?? undefined), `${day} ${plate}`),
  )
  const stops = useAnswer(async (worker) => (isDay ? null : worker.truckStops(asOf)), `${isDay ? '' : asOf}`)
  useEffect(() => {
    if (!isPlaying) return
    let last: number | null = null
    let frame = requestAnimationFrame(function step(now) {
      const passed = last === null ? 0 : now - last
      last = now
      // What a slow machine leaves out it leaves out: the clock goes on.
      setAt((before) => (before + (passed / 1000) * Number(speed)) % DAY)
      frame = requestAnimationFrame(step)
    })
    return () => cancelAnimationFrame(frame)
  }, [isPlaying, speed])
  const count = useMemo(() => new Set(read?.plates).size, [read])
  const time = clockText(at)
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
            <Button aria-pressed={isPlaying} disabled={read === null} onClick={() => setPlaying(!isPlaying)}>
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
                setAt(Number(target.value))
              }}
            />
            <output>{time}</output>
            <span role="status">{read === null ? t('trucks.map.loading') : t('trucks.map.vehicles', { count })}</span>
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
          fitOn={isOld ? null : (plate ?? '')}
          stops={isDay ? null : stops}
          unlisted={list.unlisted}
          chosen={place}
          towards={towards}
          onChoose={onPlace}
        />
      </Suspense>
      <p className={classes.legend}>
        {isDay
          ? t('trucks.map.legend', { minutes: TRAIL / 60 })
          : stops
            ? t('trucks.map.stopsLegend', { count: stops.count.reduce((sum, each) => sum + each, 0) })
            : t('trucks.map.loading')}
      </p>
    </div>
  )
}
