import { Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { destination } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import type { FoundEvent } from '@/ledger/found-file'
import type { SourceMapProps } from '@/map/source-map-props'
import { useChentu, useOpened } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { lazyPart } from '@/ui/lazy-part'
import classes from './NearMap.module.css'
import type { Origin } from './use-origin'

const SourceMap = lazyPart(async () => ({ default: (await import('@/map/SourceMap')).SourceMap }))

const CORNERS = 48
/** Near enough to tell one site from the next. */
const ZOOM = 14
/** Half the angle of the wedge that shows which way the tablet points. */
const SIGHT_DEGREES = 25

interface Props {
  readonly origin: Origin
  /** Corners of the walk around a found source, or the day's track. */
  readonly walk: readonly Position[]
  readonly found: readonly FoundEvent[]
  /** The next tap says where something is. */
  readonly pointing: boolean
  onPoint(position: Position): void
}

/** The sources around, with the circle in which the tablet is and the way that it points. */
export function NearMap({ origin, walk, found, pointing, onPoint }: Props) {
  const { t } = useTranslation()
  const opened = useOpened()
  const setView = useChentu((state) => state.setView)
  const theme = usePreferences((state) => state.theme)
  const { position, accuracyMetres, headingDegrees } = origin
  const [lon, lat] = position
  const view = useMemo(
    (): SourceMapProps['view'] => ({
      selected: null,
      point: null,
      ring: null,
      hidden: ['points', 'dustfall', 'ring'],
      opacity: {},
      county: null,
      camera: { lon, lat, zoom: ZOOM },
      filters: NO_FILTERS,
      look: null,
      density: { form: 'auto', of: 'count' },
    }),
    [lon, lat],
  )
  const shapes = useMemo(() => {
    const metres = Math.max(accuracyMetres ?? 0, 6)
    const at: Position = [lon, lat]
    const circle = Array.from({ length: CORNERS + 1 }, (_, i) => destination(at, (360 * i) / CORNERS, metres))
    if (headingDegrees === null) return [circle]
    const wedge = [-SIGHT_DEGREES, 0, SIGHT_DEGREES].map((turn) => destination(at, headingDegrees + turn, metres + 60))
    return [circle, [at, ...wedge, at]]
  }, [lon, lat, accuracyMetres, headingDegrees])
  return (
    <div className={classes.map} data-part="map">
      <Suspense fallback={<p>{t('app.loading')}</p>}>
        <SourceMap
          opened={opened}
          report={null}
          theme={theme}
          view={view}
          selected={null}
          tool={pointing ? 'place' : null}
          measured={walk}
          sectors={shapes}
          here={position}
          found={found}
          other={null}
          onSelect={(selected) => selected && setView({ selected })}
          onCounty={() => undefined}
          onCamera={() => undefined}
          onDrawn={(corners) => corners[0] && onPoint(corners[0])}
        />
      </Suspense>
    </div>
  )
}
