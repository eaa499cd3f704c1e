import { useCallback, useEffect, useRef, useState } from 'react'
import { mercator, TILE_PIXELS } from '@/domain/geodesy/mercator'
import type { Position } from '@/domain/geodesy/position'
import type { StatusName } from '@/domain/rules/status'
import { TOUCH_PIXELS } from '@/domain/sources/view/badges'
import { type DrawnSources, NO_BADGES_ZOOM } from '@/domain/sources/view/drawn-sources'
import { lineLayer } from '@/layers/line-layers'
import { POINT_LAYER } from '@/layers/point-layer'
import type { LiveMap, MapPointer } from '@/map/engine/live-map'
import { cameraFor } from '@/map/instance/camera-for'
import type { Dataset } from '@/questions/dataset'
import { lineKey } from '@/questions/source/line-sources'
import type { SourceKey } from '@/store/view/view'
import { indexPointer, type PickedBadge, type PickedSource } from './pointer-index'

/** Maximum distance of a press from a symbol in pixels; larger for a finger. */
const PICK_PIXELS = { mouse: 12, touch: 24 }
const LINE_PIXELS = 6

interface Handlers {
  /** A source was chosen on the map; null if nothing was. */
  onSelect(source: SourceKey | null): void
  onCounty(code: string | null): void
  /** A dustfall point was chosen on the map. */
  onPoint?(code: string): void
}

/** What is under the pointer, and the pointer's position in pixels. */
export interface Hovered {
  readonly x: number
  readonly y: number
  readonly source: (Pick<PickedSource, 'kind' | 'code' | 'name' | 'nth'> & { readonly status?: StatusName }) | null
  /** A dustfall point. */
  readonly point: { readonly name: string } | null
  readonly badge: PickedBadge | null
  /** Number of sources that a press would list because no zoom separates them; 0 if a press does something else. */
  readonly listed: number
}

/** Overlapping sources to choose from. */
export interface OverlappingSources {
  readonly at: Position
  /** Their numbers, worst first. */
  readonly sources: readonly number[]
}

const BADGE_PADDING = 90

/** Whether a badge's sources still overlap at the zoom where nothing is clustered any more. */
function isInseparable({ bounds: [west, south, east, north] }: PickedBadge): boolean {
  const [one, other] = [mercator(west, north), mercator(east, south)]
  return Math.hypot(other[0] - one[0], other[1] - one[1]) * TILE_PIXELS * 2 ** NO_BADGES_ZOOM < TOUCH_PIXELS
}

/** Zooms in to the sources of a badge. */
function openBadge(map: LiveMap, { bounds }: PickedBadge): void {
  const { lon, lat, zoom } = cameraFor(map, bounds, BADGE_PADDING, NO_BADGES_ZOOM)
  const nearer = Math.max(zoom, Math.min(NO_BADGES_ZOOM, map.getZoom() + 1))
  map.easeTo({ center: [lon, lat], zoom: nearer, duration: 200 })
}

/**
 * Handles taps: selects the source, line, dustfall point or county, zooms to a badge's sources, or lists sources that
 * no zoom separates. Returns what is hovered and what is listed, each null if nothing. Without drawn sources nothing
 * can be chosen.
 */
export function usePicking(
  map: LiveMap | null,
  { lines, kinds }: Dataset,
  drawn: DrawnSources | null,
  handlers: Handlers,
) {
  const [hovered, setHovered] = useState<Hovered | null>(null)
  const [together, setTogether] = useState<OverlappingSources | null>(null)
  const latest = useRef(handlers)
  latest.current = handlers
  /**
   * Whether the current press began while picking was possible. A press that began with a tool belongs to the tool,
   * even if it ends the tool.
   */
  const isOwnPress = useRef(true)
  const canPick = useRef(false)
  canPick.current = drawn !== null

  useEffect(() => {
    const container = map?.getContainer()
    const begin = () => {
      isOwnPress.current = canPick.current
    }
    container?.addEventListener('pointerdown', begin, true)
    return () => container?.removeEventListener('pointerdown', begin, true)
  }, [map])

  useEffect(() => {
    if (!map || !drawn) return
    const index = indexPointer(drawn)
    const lineLayers = kinds.map(({ id }) => lineLayer(id))
    const lineAt = (x: number, y: number) => {
      const box = [
        [x - LINE_PIXELS, y - LINE_PIXELS],
        [x + LINE_PIXELS, y + LINE_PIXELS],
      ] as const
      const [found] = map.featuresAt(box, lineLayers)
      return lines.find(({ kind, code, nth }) => lineKey(kind, code, nth) === found?.key) ?? null
    }
    const badgeAt = ({ lngLat }: MapPointer) => index.badgeAt(lngLat.lng, lngLat.lat, map.getZoom())
    const pick = ({ lngLat, point }: MapPointer, pixels: number) =>
      index.at(lngLat.lng, lngLat.lat, map.getZoom(), pixels) ?? lineAt(point.x, point.y)
    const dropAt = ({ point }: MapPointer) => {
      const [drop] = map.featuresAt([point.x, point.y], [POINT_LAYER])
      return drop === undefined ? null : { code: String(drop.code), name: String(drop.name) }
    }
    /** Numbers of the sources overlapping a picked one; empty while zooming in would still separate them. */
    const allOn = (picked: PickedSource): readonly number[] =>
      map.getZoom() < NO_BADGES_ZOOM ? [] : index.allAt(picked.at[0], picked.at[1], map.getZoom(), TOUCH_PIXELS)
    const list = (at: Position, sources: readonly number[]) => {
      setHovered(null)
      setTogether({ at, sources })
    }
    const click = map.on('click', (event) => {
      setTogether(null)
      if (!isOwnPress.current) return
      const badge = badgeAt(event)
      if (badge) return isInseparable(badge) ? list(badge.at, badge.sources) : openBadge(map, badge)
      const touch = (event.originalEvent as PointerEvent).pointerType === 'touch'
      const drop = latest.current.onPoint ? dropAt(event) : null
      if (drop) {
        latest.current.onPoint?.(drop.code)
        return
      }
      const found = pick(event, touch ? PICK_PIXELS.touch : PICK_PIXELS.mouse)
      const on = found && 'at' in found ? allOn(found) : []
      if (found && 'at' in found && on.length > 1) return list(found.at, on)
      latest.current.onSelect(
        found && { kind: found.kind, code: found.code, ...(found.nth > 1 ? { nth: found.nth } : {}) },
      )
      if (found === null && drawn.cells) {
        // A cell stands for many sources: a tap zooms in until they are drawn individually.
        map.easeTo({ center: event.lngLat, zoom: map.getZoom() + 2, duration: 200 })
        return
      }
      if (found !== null) return
      const [county] = map.featuresAt([event.point.x, event.point.y], ['county-ground'])
      latest.current.onCounty(county ? String(county.code) : null)
    })
    const move = map.on('mousemove', (event) => {
      const badge = badgeAt(event)
      const point = badge || !latest.current.onPoint ? null : dropAt(event)
      const source = badge || point ? null : pick(event, PICK_PIXELS.mouse)
      const found = badge || point || source
      map.getCanvas().style.cursor = found ? 'pointer' : ''
      const on = source && 'at' in source ? allOn(source).length : 0
      const listed = badge ? (isInseparable(badge) ? badge.count : 0) : on > 1 ? on : 0
      setHovered(found ? { source, point, badge, listed, x: event.point.x, y: event.point.y } : null)
    })
    const left = map.on('mouseout', () => setHovered(null))
    const moved = map.on('movestart', () => {
      setHovered(null)
      setTogether(null)
    })
    return () => {
      map.getCanvas().style.cursor = ''
      setHovered(null)
      setTogether(null)
      click.unsubscribe()
      for (const each of [move, left, moved]) each.unsubscribe()
    }
  }, [map, lines, kinds, drawn])

  return { hovered, together, closeTogether: useCallback(() => setTogether(null), []) }
}
