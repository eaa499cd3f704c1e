import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Palette } from '@/layers/palette'
import type { Bounds } from '@/map/instance/bounds'
import type { Camera } from '@/store/view/view'
import type { LiveMap, MapPlaces } from './live-map'

/** Map engines: WebGL (by graphics card, or the processor emulating one), or a plain canvas on any machine. */
export const ENGINES = ['webgl', 'canvas'] as const
export type EngineName = (typeof ENGINES)[number]

export interface MapStart {
  readonly container: HTMLElement
  readonly camera: Camera | null
  readonly bounds: Bounds | null
  readonly centre: readonly [number, number]
  readonly locale: Record<string, string>
  /** Minimum zoom; defaults to what a city needs. */
  readonly leastZoom?: number
}

/** `scale` is image pixels per CSS pixel; `padding` is the free space around the bounds in CSS pixels. */
export interface StillStart {
  readonly container: HTMLElement
  readonly bounds: Bounds
  readonly padding: number
  readonly scale: number
}

/** An offscreen map that pictures are made of. */
export interface StillMap extends MapPlaces {
  readonly loaded: Promise<unknown>
  /** Resolves if the drawing context is lost. */
  readonly lost: Promise<unknown>
  /** Resolves to an image of the map once it is drawn in a style, with the images of a palette. */
  imageOf(style: StyleSpecification, palette?: Palette): Promise<ImageBitmap>
  remove(): void
}

export interface MapEngine {
  readonly name: EngineName
  /**
   * Creates a map that requests no tiles, glyphs or anything else until a style names them. It starts at the camera,
   * else fitted to the bounds, else around the centre. No rotation or tilt: north stays up.
   */
  createMap(start: MapStart): LiveMap
  createStill(start: StillStart): StillMap
}
