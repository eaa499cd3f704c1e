import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import type { StatusName } from '@/domain/rules/status'
import type { DrawnSources } from '@/domain/sources/view/drawn-sources'
import { lineLayer } from '@/layers/line-layers'
import { POINT_LAYER } from '@/layers/point-layer'
import type { Dataset } from '@/questions/dataset'
import { lineKey } from '@/questions/line-sources'
import type { SourceKey } from '@/store/view/view'
import { indexPointer, type PickedBadge, type PickedSource } from './pointer-index'

/** How far from a symbol a press may be; more for a finger, which is wider than a pointer. */
const PICK_PIXELS = { mouse: 12, touch: 24 }
const LINE_PIXELS = 6

interface Handlers {
  /** A source was chosen on the map, or nothing. */
  onSelect(source: SourceKey | null): void
  onCounty(code: string | null): void
  /** A dustfall point was chosen on the map. */
  onPoint?(code: string): void
}

/** What is under the pointer, and where that is in pixels. */
export interface Hovered {
  readonly x: number
  readonly y: number
  readonly source: (Pick<PickedSource, 'kind' | 'code' | 'name' | 'nth'> & { readonly status?: StatusName }) | null
  /** A dustfall point. */
  readonly point: { readonly name: string } | null
  readonly badge: PickedBadge | null
}

/** Nearer than this a badge's own sources are gone to; beyond, at least a level at a time. */
const BADGE_ZOOM = 16
const BADGE_PADDING = 90

/** Zooms in to the sources of a badge. */
function openBadge(map: MapLibreMap, { bounds, at }: PickedBadge): void {
  const fitted = map.cameraForBounds([...bounds], { padding: BADGE_PADDING, maxZoom: BADGE_ZOOM })
  const zoom = Math.max(fitted?.zoom ?? 0, Math.min(BADGE_ZOOM, map.getZoom() + 1))
  map.easeTo({ center: fitted?.center ?? [...at], zoom, duration: 200 })
}

/**
 * Chooses the source, line, dustfall point or county under a tap, or goes to those of a badge. Gives what is under the pointer, or
 * null. Without drawn sources nothing can be chosen.
 */
export function usePicking(
  map: MapLibreMap | null,
  { lines, kinds }: Dataset,
  drawn: DrawnSources | null,
  handlers: Handlers,
) {
  const [hovered, setHovered] = useState<Hovered | null>(null)
  const latest = useRef(handlers)
  latest.current = handlers

  useEffect(() => {
    if (!map || !drawn) return
    const index = indexPointer(drawn)
    const lineLayers = kinds.map(({ id }) => lineLayer(id))
    const lineAt = (x: number, y: number) => {
      const layers = lineLayers.filter((id) => map.getLayer(id))
      if (layers.length === 0) return null
      const [found] = map.queryRenderedFeatures(
        [
          [x - LINE_PIXELS, y - LINE_PIXELS],
          [x + LINE_PIXELS, y + LINE_PIXELS],
        ],
        { layers },
      )
      return lines.find(({ kind, code, nth }) => lineKey(kind, code, nth) === found?.properties.key) ?? null
    }
    const badgeAt = ({ lngLat }: MapMouseEvent) => index.badgeAt(lngLat.lng, lngLat.lat, map.getZoom())
    const pick = ({ lngLat, point }: MapMouseEvent, pixels: number) =>
      index.at(lngLat.lng, lngLat.lat, map.getZoom(), pixels) ?? lineAt(point.x, point.y)
    const dropAt = ({ point }: MapMouseEvent) => {
      const [drop] = map.getLayer(POINT_LAYER) ? map.queryRenderedFeatures(point, { layers: [POINT_LAYER] }) : []
      return drop === undefined ? null : { code: String(drop.properties.code), name: String(drop.properties.name) }
    }
    const click = map.on('click', (event) => {
      const badge = badgeAt(event)
      if (badge) return openBadge(map, badge)
      const touch = (event.originalEvent as PointerEvent).pointerType === 'touch'
      const drop = latest.current.onPoint ? dropAt(event) : null
      if (drop) {
        latest.current.onPoint?.(drop.code)
        return
      }
      const found = pick(event, touch ? PICK_PIXELS.touch : PICK_PIXELS.mouse)
      latest.current.onSelect(
        found && { kind: found.kind, code: found.code, ...(found.nth > 1 ? { nth: found.nth } : {}) },
      )
      if (found === null && drawn.cells) {
        // A cell stands for many sources: a tap zooms in until they are drawn one by one.
        map.easeTo({ center: event.lngLat, zoom: map.getZoom() + 2, duration: 200 })
        return
      }
      if (found !== null || !map.getLayer('county-ground')) return
      const [county] = map.queryRenderedFeatures(event.point, { layers: ['county-ground'] })
      latest.current.onCounty(county ? String(county.properties.code) : null)
    })
    const move = map.on('mousemove', (event) => {
      const badge = badgeAt(event)
      const point = badge || !latest.current.onPoint ? null : dropAt(event)
      const source = badge || point ? null : pick(event, PICK_PIXELS.mouse)
      const found = badge || point || source
      map.getCanvas().style.cursor = found ? 'pointer' : ''
      setHovered(found ? { source, point, badge, x: event.point.x, y: event.point.y } : null)
    })
    const left = map.on('mouseout', () => setHovered(null))
    const moved = map.on('movestart', () => setHovered(null))
    return () => {
      map.getCanvas().style.cursor = ''
      setHovered(null)
      click.unsubscribe()
      for (const each of [move, left, moved]) each.unsubscribe()
    }
  }, [map, lines, kinds, drawn])

  return hovered
}
