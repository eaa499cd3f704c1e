import type { FeatureCollection, Point } from 'geojson'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Scene } from '@/domain/sources/view/scene'
import { overlayOf, type SharedMap } from '@/map/instance/shared-map'
import { whenAnswered } from '@/workers/client'
import type { OverlayInput, SourceOverlay } from './source-overlay'

/** The symbols over a map; null until the counties under them are drawn. */
export function useOverlay(shared: RefObject<SharedMap | null>, groundDrawn: boolean): SourceOverlay | null {
  const [overlay, setOverlay] = useState<SourceOverlay | null>(null)
  useEffect(() => {
    const { current } = shared
    if (!current || !groundDrawn) return
    let gone = false
    void overlayOf(current).then((made) => !gone && setOverlay(made))
    return () => {
      gone = true
      setOverlay(null)
    }
  }, [shared, groundDrawn])
  return overlay
}

/** How many sources a scene stands for. */
const countOf = ({ symbols, dots, cells }: Scene) =>
  symbols.rows.length + dots.rows.length + (cells?.counts.reduce((sum, count) => sum + count, 0) ?? 0)

interface Props extends Omit<OverlayInput, 'scene' | 'zoom'> {
  readonly overlay: SourceOverlay | null
  readonly scene: { readonly scene: Scene; readonly zoom: number } | null
  /** Sources that the map's style shows as heat are not drawn as cells. */
  readonly heat: FeatureCollection<Point> | null
  /** Gets the number of drawn sources as `data-symbols`. */
  readonly container: RefObject<HTMLElement | null>
}

/** Draws the sources. A new scene is drawn immediately; a changed selection waits until the panels have rendered. */
export function useSymbols(props: Props) {
  const { overlay, kinds, scene, heat, container, look, selected, opacity, palette, labels } = props
  const drawnScene = useRef<Props['scene']>(null)
  useEffect(() => {
    if (!overlay || !scene) return
    let gone = false
    const turn = drawnScene.current === scene ? whenAnswered() : Promise.resolve()
    void turn.then(() => {
      if (gone) return
      overlay.draw({
        kinds,
        scene: heat ? { ...scene.scene, cells: null } : scene.scene,
        zoom: scene.zoom,
        look,
        selected,
        opacity,
        palette,
        labels,
      })
      drawnScene.current = scene
      container.current?.setAttribute('data-symbols', String(countOf(scene.scene)))
      performance.mark('sources-drawn')
    })
    return () => {
      gone = true
    }
  }, [overlay, kinds, scene, heat, container, look, selected, opacity, palette, labels])
}
