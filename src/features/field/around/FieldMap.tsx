import { IconCurrentLocation } from '@tabler/icons-react'
import { Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { destination } from '@/domain/geodesy/distance'
import { fitCamera } from '@/domain/geodesy/fit-camera'
import type { Position } from '@/domain/geodesy/position'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { caseTaskMarks, searchedAround } from '@/features/field/cases/case-places'
import { showCase } from '@/features/field/cases/shown-case'
import type { PlacedTask } from '@/features/field/cases/use-case-tasks'
import type { FoundEvent } from '@/ledger/discovery'
import type { SourceMapProps } from '@/map/source-map-props'
import type { NearSource } from '@/questions/source/nearest-sources'
import { useChentu, useOpened } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import type { Camera } from '@/store/view/view'
import { Button } from '@/ui/controls/Button'
import { lazyPart } from '@/ui/lazy-part'
import { FieldLegend } from './FieldLegend'
import classes from './FieldMap.module.css'
import { marksOf } from './map-marks'
import { useDistanceWords } from './use-distance-words'
import { useFieldCamera } from './use-field-camera'
import type { Origin } from './use-origin'
import type { RoundStop } from './use-round-stops'

const SourceMap = lazyPart(async () => ({ default: (await import('@/map/SourceMap')).SourceMap }))

const CORNERS = 48
/** Half the angle of the wedge that shows the tablet's heading. */
const SIGHT_DEGREES = 25
const FIT_PIXELS = 64

interface Props {
  readonly origin: Origin
  /** Whether the user chose the place from which distances are measured. */
  readonly isChosen: boolean
  readonly km: number
  readonly near: readonly NearSource[]
  readonly stops: readonly RoundStop[]
  /** Cases with a known position. */
  readonly cases: readonly PlacedTask[]
  /** Corners of the walk around a found source, or the day's track. */
  readonly walk: readonly Position[]
  readonly found: readonly FoundEvent[]
  onFound(found: FoundEvent): void
  /** What the next tap positions; null if taps select. */
  readonly pointing: 'me' | 'found' | null
  onPoint(position: Position): void
  /** Ends pointing without a position. */
  onCancel(): void
}

/** The camera that fits places into a window. */
function cameraTo(places: readonly Position[], { width, height }: DOMRect): Camera {
  const lons = places.map(([lon]) => lon)
  const lats = places.map(([, lat]) => lat)
  const box = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] as const
  const fitted = fitCamera(box, width, height, FIT_PIXELS)
  return { ...fitted, zoom: Math.min(fitted.zoom, 17) }
}

/** The sources around, the round with its numbers and route, and the accuracy circle around the tablet. */
export function FieldMap(props: Props) {
  const { origin, isChosen, km, near, stops, cases, walk, found, onFound, pointing, onPoint, onCancel } = props
  const { t } = useTranslation()
  const opened = useOpened()
  const setView = useChentu((state) => state.setView)
  const { theme, sun } = usePreferences()
  const { camera, follows, ask, report, follow } = useFieldCamera()
  const frame = useRef<HTMLDivElement>(null)
  const { position, accuracyMetres, headingDegrees } = origin
  const [lon, lat] = position
  const { start } = useDistanceWords(origin)
  const isKnown = origin.kind !== 'default'
  /** Whether the camera was fitted already; the sources in range arrive first, the stops a moment later. */
  const [isFitted, setFitted] = useState(camera !== null)

  const stopKeys = [...cases.map(({ of }) => of.id), ...stops.map(({ source }) => source.source)].join()
  /** Places still to be visited, in route order; those of cases come first, since their deadlines are running. */
  const left = useMemo(
    () => [
      ...cases.filter(({ reported }) => !reported).map(({ of }) => of.position),
      ...stops.filter(({ isDone }) => !isDone).map(({ source }) => source.position),
    ],
    [cases, stops],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: stops are compared by key; a moving position must not refit the map
  useLayoutEffect(() => {
    const box = frame.current?.getBoundingClientRect()
    if ((camera !== null && isFitted) || !box || box.width === 0) return
    const at: Position = [lon, lat]
    const range = [0, 90, 180, 270].map((azimuth) => destination(at, azimuth, km * 1000))
    ask(cameraTo(left.length === 0 ? range : isKnown ? [at, ...left] : left, box))
    setFitted(true)
  }, [camera, isFitted, km, stopKeys])

  useEffect(() => {
    if (follows) follow([lon, lat])
  }, [follows, follow, lon, lat])

  const view = useMemo(
    (): SourceMapProps['view'] => ({
      selected: null,
      point: null,
      ring: null,
      hidden: ['points', 'dustfall', 'ring'],
      opacity: {},
      county: null,
      camera,
      filters: NO_FILTERS,
      look: null,
      density: { form: 'auto', of: 'count' },
    }),
    [camera],
  )
  const shapes = useMemo(() => {
    const searched = searchedAround(cases)
    if (!isKnown) return searched
    const metres = Math.max(accuracyMetres ?? 0, 6)
    const at: Position = [lon, lat]
    const circle = Array.from({ length: CORNERS + 1 }, (_, i) => destination(at, (360 * i) / CORNERS, metres))
    if (headingDegrees === null) return [...searched, circle]
    const wedge = [-SIGHT_DEGREES, 0, SIGHT_DEGREES].map((turn) => destination(at, headingDegrees + turn, metres + 60))
    return [...searched, circle, [at, ...wedge, at]]
  }, [cases, isKnown, lon, lat, accuracyMetres, headingDegrees])
  const marks = useMemo(() => {
    const places = stops.map(({ source }) => source.position)
    return [...marksOf(t, stops, (selected) => setView({ selected })), ...caseTaskMarks(t, cases, places, showCase)]
  }, [t, stops, cases, setView])
  const line = useMemo(() => {
    if (walk.length > 0 && stops.length + cases.length === 0) return walk
    if (left.length === 0) return walk
    return isKnown ? [[lon, lat] as const, ...left] : left
  }, [walk, stops, cases, left, isKnown, lon, lat])

  return (
    <div ref={frame} className={classes.map} data-part="map">
      {pointing && (
        <div className={classes.help}>
          <p role="status">{t(pointing === 'me' ? 'near.tapHelp' : 'check.markHelp')}</p>
          <Button onClick={onCancel}>{t('near.tapCancel')}</Button>
        </div>
      )}
      {!pointing && !isKnown && (
        <p role="status" className={classes.noFix}>
          {t('where.noFixHere', { from: start })}
        </p>
      )}
      <Suspense fallback={<p>{t('app.loading')}</p>}>
        {camera && (
          <SourceMap
            opened={opened}
            report={null}
            theme={sun ? 'sun' : theme}
            view={view}
            selected={null}
            tool={pointing ? 'place' : null}
            measured={line}
            sectors={shapes}
            {...(isKnown && { here: position })}
            found={found}
            {...(!pointing && { onFound })}
            marks={marks}
            isFar
            other={null}
            onSelect={(selected) => selected && setView({ selected })}
            onCounty={() => undefined}
            onCamera={(next) => next && report(next)}
            onDrawn={(corners) => corners[0] && onPoint(corners[0])}
          />
        )}
      </Suspense>
      <FieldLegend near={near} hasRound={stops.length > 0} hasCases={cases.length > 0} hasFound={found.length > 0} />
      {!isChosen && isKnown && (
        <Button className={classes.me!} aria-pressed={follows} onClick={() => follow(position)}>
          <IconCurrentLocation size={26} aria-hidden="true" />
          {t('tablet.backToMe')}
        </Button>
      )}
    </div>
  )
}
