import { use, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '@/domain/geodesy/position'
import { countyName } from '@/domain/sources/county'
import { paletteOf, type Theme } from '@/layers/palette'
import type { TrackPaths } from '@/layers/track-paths'
import { BREACH_LAYER, truckStyle, UNLISTED_LAYER } from '@/layers/truck-style'
import type { LiveMap, Pixel, TrackOverlay } from '@/map/engine/live-map'
import { mapEngine } from '@/map/engine/load-engine'
import { type Bounds, boundsOf } from '@/map/instance/bounds'
import { controlTexts } from '@/map/instance/control-texts'
import { cameraBesideButtons } from '@/map/instance/fit-map'
import { stayFitted } from '@/map/instance/stay-fitted'
import { useMapLines } from '@/map/instance/use-map-lines'
import { outlinesWithCode, plainLines } from '@/map/style/map-features'
import type { Dataset } from '@/questions/dataset'
import type { StopPoints } from '@/questions/trucks/truck-stops'
import { FitButton } from './FitButton'
import classes from './TruckMap.module.css'
import { breachFeatures, type MarkedBreach, stopFeatures, unlistedFeatures, wayFeatures } from './truck-features'

export interface TruckMapProps {
  readonly label: string
  readonly dataset: Dataset
  readonly theme: Theme
  /** Null while the paths are being read, and where stops are shown instead. */
  readonly paths: TrackPaths | null
  /** Current time as a second of the day; `trail` is how many seconds of the path before it are drawn. */
  readonly at: number
  readonly trail: number
  /** The map is fitted to the paths when this value changes; null while `paths` still belong to the previous choice. */
  readonly fitOn: string | null
  readonly stops: StopPoints | null
  /** Types of stops that are not drawn. */
  readonly hiddenStops: ReadonlySet<number>
  readonly unlisted: readonly { readonly id: string; readonly at: Position }[]
  /** Id of the chosen unlisted place. */
  readonly chosen: string | null
  /** Breaches by trucks, drawn as marks. */
  readonly breaches: readonly MarkedBreach[]
  /** Id of the chosen breach; `ways` are the stretches of path on which it lasted. */
  readonly chosenBreach: string | null
  readonly ways: readonly (readonly Position[])[]
  /** Whole tracks, to show where trucks go that are elsewhere now. */
  readonly wholeTracks: readonly (readonly Position[])[]
  /** Position to move to; a new object moves there again. */
  readonly towards: { readonly at: Position } | null
  onChoose(id: string): void
  onBreach(id: string): void
}

const NEAR_ZOOM = 14
/** Half the side in pixels of the box around a press in which marks are found. */
const REACH_PIXELS = 6

/** Shows where trucks were at a given time, or where they stopped, and the unlisted places. */
export function TruckMap(props: TruckMapProps) {
  const { label, dataset, theme, paths, at, trail, stops, unlisted, chosen, towards, fitOn } = props
  const { hiddenStops, breaches, chosenBreach, ways, wholeTracks } = props
  const { t, i18n } = useTranslation()
  const container = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<LiveMap | null>(null)
  const [tracks, setTracks] = useState<TrackOverlay | null>(null)
  const engine = use(mapEngine())
  const bounds = useMemo(() => boundsOf(dataset.outlines), [dataset])
  const press = useEffectEvent((on: LiveMap, { x, y }: Pixel) => {
    const box = [
      [x - REACH_PIXELS, y - REACH_PIXELS],
      [x + REACH_PIXELS, y + REACH_PIXELS],
    ] as const
    const idsAt = (layer: string) => on.featuresAt(box, [layer]).map(({ id }) => String(id))
    const marks = [...new Set(idsAt(BREACH_LAYER))]
    // Pressing overlapping marks again chooses the next one.
    const mark = marks[(marks.indexOf(chosenBreach ?? '') + 1) % marks.length]
    if (mark !== undefined) return props.onBreach(mark)
    const [place] = idsAt(UNLISTED_LAYER)
    if (place !== undefined) props.onChoose(place)
  })
  const first = useRef({ dataset, t })

  // Declared before the map's own effect, so that the lines are removed before the map.
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
    made.on('click', ({ point }) => press(made, point))
    return () => {
      gone = true
      setMap(null)
      setTracks(null)
      made.remove()
    }
  }, [engine])

  // The many points, which a mark that appears while the day is played does not change.
  const stopped = useMemo(() => stopFeatures(stops, hiddenStops), [stops, hiddenStops])
  const whole = useMemo(() => wayFeatures(wholeTracks), [wholeTracks])
  useEffect(() => {
    const palette = paletteOf(theme)
    map?.setStyle(
      truckStyle({
        palette,
        outlines: outlinesWithCode(dataset),
        rivers: dataset.rivers,
        lines: plainLines(dataset),
        stops: stopped,
        unlisted: unlistedFeatures(unlisted, chosen),
        breaches: breachFeatures(breaches, chosenBreach),
        ways: wayFeatures(ways),
        wholeTracks: whole,
      }),
      palette,
    )
  }, [map, theme, dataset, stopped, unlisted, chosen, breaches, chosenBreach, ways, whole])

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

  // Another choice of trucks or of their day refits the map; anything else leaves the camera where the user put it.
  const fitted = useRef<string | null>(null)
  /** Ends the fit that another size of the map repeats. */
  const unfit = useRef(() => {})
  const fitTo = (on: LiveMap, box: Bounds) => {
    unfit.current()
    unfit.current = stayFitted(on, box)
  }
  const fitPaths = useEffectEvent(fitTo)
  useEffect(() => {
    if (!map || fitOn === null || fitted.current === fitOn || !paths || paths.lon.length === 0) return
    fitted.current = fitOn
    if (!towards) fitPaths(map, boxOf(paths))
  }, [map, paths, towards, fitOn])

  useEffect(() => {
    if (!towards || !map) return
    unfit.current()
    map.easeTo({ center: towards.at, zoom: NEAR_ZOOM, duration: 600 })
  }, [map, towards])

  // A breach's path may be longer than what is visible when zoomed in.
  useEffect(() => {
    if (!map || ways.length === 0) return
    const at = ways.flat()
    const box = boxOf({ lon: at.map(([lon]) => lon), lat: at.map(([, lat]) => lat) })
    const { lon, lat, zoom } = cameraBesideButtons(map, box)
    if (zoom >= NEAR_ZOOM) return
    unfit.current()
    map.easeTo({ center: [lon, lat], zoom, duration: 600 })
  }, [map, ways])

  return (
    <figure className={classes.figure} aria-label={label}>
      <div ref={container} className={classes.map} data-testid="truck-map" />
      {map && bounds && <FitButton label={t('frame.wholeCity')} onFit={() => fitTo(map, bounds)} />}
      <p className={classes.printed}>{t('trucks.map.notPrinted')}</p>
    </figure>
  )
}

function boxOf({ lon, lat }: { readonly lon: ArrayLike<number>; readonly lat: ArrayLike<number> }): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (let row = 0; row < lon.length; row++) {
    west = Math.min(west, lon[row]!)
    east = Math.max(east, lon[row]!)
    south = Math.min(south, lat[row]!)
    north = Math.max(north, lat[row]!)
  }
  return [west, south, east, north]
}
