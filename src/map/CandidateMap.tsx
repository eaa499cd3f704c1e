import type { FeatureCollection, Point } from 'geojson'
import { use, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toWgs84 } from '@/domain/geodesy/datum-shift'
import type { Position } from '@/domain/geodesy/position'
import { DATUM_CANDIDATES, type DatumCandidate } from '@/domain/intake/recognise/datum'
import { candidateStyle } from '@/layers/candidate-style'
import { paletteOf, type Theme } from '@/layers/palette'
import type { LiveMap } from '@/map/engine/live-map'
import { mapEngine } from '@/map/engine/load-engine'
import { type Bounds, boundsOf } from '@/map/instance/bounds'
import { controlTexts } from '@/map/instance/control-texts'
import { useMapLines } from '@/map/instance/use-map-lines'
import { outlinesWithCode } from '@/map/style/map-features'
import type { Dataset } from '@/questions/dataset'
import classes from './CandidateMap.module.css'

export interface CandidateMapProps {
  readonly className: string
  readonly label: string
  readonly dataset: Dataset
  readonly theme: Theme
  /** Positions in degrees as the file has them, before any conversion. */
  readonly raw: readonly Position[]
  /** The chosen coordinate system; null shows every candidate. */
  readonly chosen: DatumCandidate | null
  /** A position set by hand. */
  readonly placed?: Position | null
  onPlace?(at: Position): void
}

/**
 * A small map that shows where a file's points fall in each coordinate system; the user can also place a row on it by
 * hand.
 */
export function CandidateMap({
  className,
  label,
  dataset,
  theme,
  raw,
  chosen,
  placed = null,
  onPlace,
}: CandidateMapProps) {
  const { t } = useTranslation()
  const container = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<LiveMap | null>(null)
  const engine = use(mapEngine())
  const latestOnPlace = useRef(onPlace)
  latestOnPlace.current = onPlace
  const first = useRef({ dataset, raw, t })

  // Declared before the map's own effect, so that the lines are removed before the map.
  useMapLines(map)
  useEffect(() => {
    if (!container.current) return
    const { dataset, raw, t } = first.current
    const city = boundsOf(dataset.outlines)
    const made = engine.createMap({
      container: container.current,
      camera: null,
      bounds: boundsNear(raw, city) ?? city,
      centre: dataset.settings.centre,
      locale: controlTexts(t),
    })
    let gone = false
    void made.loaded.then(() => !gone && setMap(made))
    made.on('click', ({ lngLat }) => latestOnPlace.current?.([lngLat.lng, lngLat.lat]))
    return () => {
      gone = true
      setMap(null)
      made.remove()
    }
  }, [engine])

  useEffect(() => {
    map?.setStyle(
      candidateStyle({
        palette: paletteOf(theme),
        outlines: outlinesWithCode(dataset),
        rivers: dataset.rivers,
        lines: {
          type: 'FeatureCollection',
          features: dataset.lines.map(({ geometry }) => ({ type: 'Feature', properties: {}, geometry })),
        },
        points: candidates(raw, placed),
        chosen,
      }),
    )
    container.current?.setAttribute('data-drawn', String(map !== null))
  }, [map, theme, dataset, raw, chosen, placed])

  return (
    <figure className={className} aria-label={label}>
      <div ref={container} className={classes.map} data-testid="candidate-map" />
    </figure>
  )
}

/** Each point converted from each candidate coordinate system, plus the position set by hand. */
function candidates(raw: readonly Position[], placed: Position | null): FeatureCollection<Point> {
  const features = DATUM_CANDIDATES.flatMap((datum) =>
    raw.map((at) => ({
      type: 'Feature' as const,
      properties: { datum },
      geometry: { type: 'Point' as const, coordinates: [...toWgs84(datum, at)] },
    })),
  )
  if (placed)
    features.push({
      type: 'Feature',
      properties: { datum: 'placed' as never },
      geometry: { type: 'Point', coordinates: [...placed] },
    })
  return { type: 'FeatureCollection', features }
}

/** About one kilometre; the three coordinate systems differ by less than that. */
const MARGIN_DEGREES = 0.012

/**
 * Bounds of the points inside the city; null if none is. A mistyped point must not zoom the map out to the whole
 * country.
 */
function boundsNear(raw: readonly Position[], city: Bounds | null): Bounds | null {
  const near = city
    ? raw.filter(([lon, lat]) => lon >= city[0] && lon <= city[2] && lat >= city[1] && lat <= city[3])
    : raw
  if (near.length === 0) return null
  const [lons, lats] = [near.map(([lon]) => lon), near.map(([, lat]) => lat)]
  return [
    Math.min(...lons) - MARGIN_DEGREES,
    Math.min(...lats) - MARGIN_DEGREES,
    Math.max(...lons) + MARGIN_DEGREES,
    Math.max(...lats) + MARGIN_DEGREES,
  ]
}
