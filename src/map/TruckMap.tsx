import type { FeatureCollection, Point } from 'geojson'
import { use, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fitCamera } from '@/domain/geodesy/fit-camera'
import type { Position } from '@/domain/geodesy/position'
import { countyName } from '@/domain/sources/county'
import { OTHER_STOP, UNLISTED_STOP } from '@/domain/trucks/stop-sorts'
import { paletteOf, type Theme } from '@/layers/palette'
import type { TrackPaths } from '@/layers/track-paths'
import { truckStyle, UNLISTED_LAYER } from '@/layers/truck-style'
import type { LiveMap, TrackOverlay } from '@/map/engine/live-map'
import { mapEngine } from '@/map/engine/load-engine'
import { type Bounds, boundsOf, FIT_PIXELS } from '@/map/instance/bounds'
import { controlTexts } from '@/map/instance/control-texts'
import { useMapLines } from '@/map/instance/use-map-lines'
import { outlinesWithCode } from '@/map/style/map-features'
import type { Dataset } from '@/questions/dataset'
import type { StopPoints } from '@/questions/truck-stops'
import classes from './TruckMap.module.css'

export interface TruckMapProps {
  readonly label: string
  readonly dataset: Dataset
  readonly theme: Theme
  /** Null while they are read, or where stops are shown. */
  readonly paths: TrackPaths | null
  /** Second of the day, and how many seconds of the way before it are drawn. */
  readonly at: number
  readonly trail: number
  /** The map is fitted to the paths where this is another than before; null while the paths are of before. */
  readonly fitOn: string | null
  readonly stops: StopPoints | null
  readonly unlisted: readonly { readonly id: string; readonly at: Position }[]
  /** Id of the unlisted place that is chosen. */
  readonly chosen: string | null
  /** Where the map goes to; a new object goes there again. */
  readonly towards: { readonly at: Position } | null
  onChoose(id: string): void
}

const NEAR_ZOOM = 14

/** Where trucks were at a moment, or where they stopped, and the places that no list has. */
export function TruckMap(props: TruckMapProps) {
  const { label, dataset, theme, paths, at, trail, stops, unlisted, chosen, towards, fitOn, onChoose } = props
  const { t, i18n } = useTranslation()
  const container = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<LiveMap | null>(null)
  const [tracks, setTracks] = useState<TrackOverlay | null>(null)
  const engine = use(mapEngine())
  const latestOnChoose = useRef(onChoose)
  useEffect(() => {
    latestOnChoose.current = onChoose
  })
  const first = useRef({ dataset, t })

  // Before the map itself, so that its lines go before it does.
  useMapLines(map)
  useEffect(() => {
    if (!container.current) return
    const { dataset, t } = first.current
    const made = engine.createMap({
      container: container.current,
      camera: null,
      bounds: boundsOf(dataset.outlines),
      centre: dataset.settings.centre,
      locale: controlTexts(t),
    })
    let gone = false
    void made.loaded.then(async () => {
      if (gone) return
      setMap(made)
      const overlay = await made.tracks()
      if (!gone) setTracks(overlay)
    })
    made.on('click', ({ point }) => {
      const box = [
        [point.x - 6, point.y - 6],
        [point.x + 6, point.y + 6],
      ] as const
      const [found] = made.featuresAt(box, [UNLISTED_LAYER])
      if (found) latestOnChoose.current(String(found.id))
    })
    return () => {
      gone = true
      setMap(null)
      setTracks(null)
      made.remove()
    }
  }, [engine])

  useEffect(() => {
    map?.setStyle(
      truckStyle({
        palette: paletteOf(theme),
        outlines: outlinesWithCode(dataset),
        rivers: dataset.rivers,
        lines: {
          type: 'FeatureCollection',
          features: dataset.lines.map(({ geometry }) => ({ type: 'Feature', properties: {}, geometry })),
        },
        stops: stopFeatures(stops),
        unlisted: unlistedFeatures(unlisted, chosen),
      }),
    )
  }, [map, theme, dataset, stops, unlisted, chosen])

  useEffect(() => {
    if (!tracks) return
    const { action, ink, panel } = paletteOf(theme)
    tracks.draw(paths && { paths, at, trail, colours: { trail: action, loaded: ink, empty: panel } })
    container.current?.setAttribute('data-drawn', String(paths !== null || stops !== null))
  }, [tracks, paths, stops, at, trail, theme])

  useEffect(() => {
    if (!map) return
    const names = Object.entries(dataset.labelPlaces).map(([code, place]) => {
      const element = document.createElement('span')
      element.className = classes.county!
      element.textContent = countyName(dataset, code, i18n.language)
      return map.place(element, place)
    })
    return () => {
      for (const takeOff of names) takeOff()
    }
  }, [map, dataset, i18n.language])

  // Another truck is where one looks; another day leaves the map where a person put it.
  const fitted = useRef<string | null>(null)
  useEffect(() => {
    if (!map || fitOn === null || fitted.current === fitOn || !paths || paths.lon.length === 0 || !container.current)
      return
    fitted.current = fitOn
    if (towards) return
    const { clientWidth, clientHeight } = container.current
    const { lon, lat, zoom } = fitCamera(boxOf(paths), clientWidth, clientHeight, FIT_PIXELS)
    map.jumpTo({ center: [lon, lat], zoom })
  }, [map, paths, towards, fitOn])

  useEffect(() => {
    if (towards) map?.easeTo({ center: towards.at, zoom: NEAR_ZOOM, duration: 600 })
  }, [map, towards])

  return (
    <figure className={classes.figure} aria-label={label}>
      <div ref={container} className={classes.map} data-testid="truck-map" />
    </figure>
  )
}

function boxOf({ lon, lat }: TrackPaths): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (let row = 0; row < lon.length; row++) {
    west = Math.min(west, lon[row]!)
    east = Math.max(east, lon[row]!)
    south = Math.min(south, lat[row]!)
    north = Math.max(north, lat[row]!)
  }
  return [west, south, east, north]
}

const sortOf = (sort: number) => (sort === UNLISTED_STOP ? 'unlisted' : sort === OTHER_STOP ? 'other' : String(sort))

function stopFeatures(stops: StopPoints | null): FeatureCollection<Point> {
  const features = Array.from(stops?.sort ?? [], (sort, row) => ({
    type: 'Feature' as const,
    properties: { sort: sortOf(sort), radius: 3 + Math.min(6, Math.log2(stops!.count[row]!) / 2) },
    geometry: { type: 'Point' as const, coordinates: [stops!.lon[row]!, stops!.lat[row]!] },
  }))
  return { type: 'FeatureCollection', features }
}

function unlistedFeatures(places: TruckMapProps['unlisted'], chosen: string | null): FeatureCollection<Point> {
  const features = places.map(({ id, at }) => ({
    type: 'Feature' as const,
    properties: { id, chosen: id === chosen },
    geometry: { type: 'Point' as const, coordinates: [...at] },
  }))
  return { type: 'FeatureCollection', features }
}
