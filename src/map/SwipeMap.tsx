import { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { Surface } from '@/domain/geodesy/area-index'
import type { LoadedBasemap } from '@/layers/basemap-layers'
import { withLabels } from '@/layers/county-names'
import { FONT } from '@/layers/font'
import type { Palette } from '@/layers/palette'
import { putStyleImages } from '@/map/style/style-images'
import { useMapStyle } from '@/map/style/use-map-style'
import type { Opened } from '@/store/chentu'
import type { View } from '@/store/view/view'
import classes from './SwipeMap.module.css'

interface Props {
  readonly map: MapLibreMap
  readonly opened: Opened
  readonly report: MonthReport
  readonly other: MonthReport
  readonly palette: Palette
  readonly view: Pick<View, 'hidden' | 'opacity' | 'county' | 'filters'>
  readonly ringSurface: Surface | null
  readonly basemaps: readonly LoadedBasemap[]
}

const NOTHING: readonly never[] = []

/** Another month over the right part of the map, as far as the slider says. It follows the map and takes no pointer. */
export function SwipeMap(props: Props) {
  const { map, opened, report, other, palette, view, ringSurface, basemaps } = props
  const { t } = useTranslation()
  const [share, setShare] = useState(50)
  const container = useRef<HTMLDivElement>(null)
  const [second, setSecond] = useState<MapLibreMap | null>(null)
  const { style, labels } = useMapStyle({
    opened,
    report: other,
    palette,
    view,
    measured: NOTHING,
    sectors: NOTHING,
    selectedLine: null,
    ringSurface,
    basemaps,
    heat: null,
  })
  const name = (month: string) => t('months.month', { year: month.slice(0, 4), month: Number(month.slice(5)) })

  useEffect(() => {
    const made = new MapLibreMap({
      container: container.current!,
      style: { version: 8, sources: {}, layers: [] },
      interactive: false,
      attributionControl: false,
      localIdeographFontFamily: `"${FONT}", sans-serif`,
      center: map.getCenter(),
      zoom: map.getZoom(),
    })
    const follow = () => made.jumpTo({ center: map.getCenter(), zoom: map.getZoom(), padding: map.getPadding() })
    made.on('load', () => setSecond(made))
    // Basemap servers that don't answer are reported by the map below.
    made.on('error', () => undefined)
    follow()
    map.on('move', follow)
    return () => {
      map.off('move', follow)
      setSecond(null)
      made.remove()
    }
  }, [map])

  // The symbols' canvas lies over both maps and shows the chosen month, so it is clipped where the other month begins.
  useEffect(() => {
    const { style } = map.getContainer()
    style.setProperty('--beside', `${100 - share}%`)
    return () => {
      style.removeProperty('--beside')
    }
  }, [map, share])

  useEffect(() => {
    if (!second) return
    putStyleImages(second, palette)
    second.setStyle(withLabels(style, labels, palette))
    container.current?.setAttribute('data-month', other.month)
  }, [second, style, labels, palette, other.month])

  return (
    <>
      <div className={classes.clip} style={{ clipPath: `inset(0 0 0 ${share}%)` }}>
        <div ref={container} className={classes.map} data-testid="other-month" />
      </div>
      <div className={classes.line} style={{ left: `${share}%` }}>
        <b>{name(report.month)}</b>
        <b>{name(other.month)}</b>
      </div>
      <input
        type="range"
        className={classes.slider}
        min="0"
        max="100"
        value={share}
        aria-label={t('months.swipe', { left: name(report.month), right: name(other.month) })}
        onChange={(event) => setShare(event.target.valueAsNumber)}
      />
    </>
  )
}
