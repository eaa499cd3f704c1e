import Feature from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import DoubleClickZoom from 'ol/interaction/DoubleClickZoom'
import DragPan from 'ol/interaction/DragPan'
import VectorLayer from 'ol/layer/Vector'
import type OlMap from 'ol/Map'
import VectorSource from 'ol/source/Vector'
import Circle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import { type GeoJSONStoreFeatures, TerraDrawExtend } from 'terra-draw'
import type { LiveMap } from '@/map/engine/live-map'

type Base = TerraDrawExtend.TerraDrawBaseAdapter
type Given<Name extends keyof Base> = Base[Name] extends (...given: infer All) => unknown ? All : never

const format = new GeoJSON({ featureProjection: 'EPSG:3857' })

/** Terra Draw adapter for OpenLayers maps in this app's wrapper; Terra Draw's own adapters are for other maps. */
export class CanvasDrawAdapter extends TerraDrawExtend.TerraDrawBaseAdapter {
  private readonly source = new VectorSource()
  private readonly layer = new VectorLayer({ source: this.source, zIndex: 1, updateWhileInteracting: true })

  constructor(
    private readonly live: LiveMap,
    private readonly map: OlMap,
  ) {
    super({ coordinatePrecision: 7 })
  }

  override register(...given: Given<'register'>) {
    super.register(...given)
    this.map.addLayer(this.layer)
    this._currentModeCallbacks?.onReady?.()
  }

  override unregister() {
    this.map.removeLayer(this.layer)
    super.unregister()
  }

  getMapEventElement = () => this.live.getCanvas()

  clear() {
    this.source.clear()
  }

  project(lng: number, lat: number) {
    return this.live.project([lng, lat]) as { x: number; y: number }
  }

  unproject(x: number, y: number) {
    return this.live.unproject([x, y]) as { lng: number; lat: number }
  }

  getLngLatFromEvent(event: PointerEvent | MouseEvent) {
    const { left, top } = this.getMapEventElement().getBoundingClientRect()
    return this.unproject(event.clientX - left, event.clientY - top)
  }

  setCursor(cursor: string) {
    this.live.getCanvas().style.cursor = cursor === 'unset' ? '' : cursor
  }

  setDraggability(enabled: boolean) {
    for (const each of this.map.getInteractions().getArray()) if (each instanceof DragPan) each.setActive(enabled)
  }

  setDoubleClickToZoom(enabled: boolean) {
    for (const each of this.map.getInteractions().getArray())
      if (each instanceof DoubleClickZoom) each.setActive(enabled)
  }

  render({ created, updated, deletedIds }: Given<'render'>[0], styling: Given<'render'>[1]) {
    for (const id of deletedIds) this.source.removeFeature(this.source.getFeatureById(id)!)
    for (const each of [...created, ...updated]) {
      const known = this.source.getFeatureById(each.id!)
      const feature = known ?? new Feature()
      feature.setGeometry(format.readGeometry(each.geometry))
      feature.setStyle(styleOf(each, styling))
      if (known) continue
      feature.setId(each.id)
      this.source.addFeature(feature)
    }
  }
}

/** Appends an opacity (0…1) to a colour `#rrggbb`. */
const withOpacity = (colour: string, opacity = 1) =>
  `${colour}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}`

function styleOf(feature: GeoJSONStoreFeatures, styling: Given<'render'>[1]): Style {
  const of = styling[String(feature.properties.mode)]!(feature)
  const zIndex = of.zIndex
  switch (feature.geometry.type) {
    case 'Point':
      return new Style({
        zIndex,
        image: new Circle({
          radius: of.pointWidth,
          fill: new Fill({ color: withOpacity(of.pointColor, of.pointOpacity) }),
          stroke: new Stroke({ color: of.pointOutlineColor, width: of.pointOutlineWidth }),
        }),
      })
    case 'LineString':
      return new Style({ zIndex, stroke: new Stroke({ color: of.lineStringColor, width: of.lineStringWidth }) })
    default:
      return new Style({
        zIndex,
        fill: new Fill({ color: withOpacity(of.polygonFillColor, of.polygonFillOpacity) }),
        stroke: new Stroke({ color: of.polygonOutlineColor, width: of.polygonOutlineWidth }),
      })
  }
}
