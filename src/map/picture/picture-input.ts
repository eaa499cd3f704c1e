import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Position } from '@/domain/geodesy/position'
import type { StatusName } from '@/domain/rules/status'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { Shape } from '@/domain/sources/kinds/shape'
import type { DrawnSources, Window } from '@/domain/sources/view/drawn-sources'
import type { LegendEntry, LegendState } from '@/layers/legend'
import type { DrawnLook } from '@/layers/look-colours'
import type { NamedThings } from '@/layers/map-labels'
import type { Palette } from '@/layers/palette'
import type { Bounds } from '@/map/instance/bounds'
import type { DrawnCounts } from '@/questions/map/drawn-counts'

/** A source on a picture with the number that the accompanying list explains. */
export interface PictureMark {
  readonly at: Position
  readonly kind: KindId
  readonly shape: Shape
  readonly mark: string
  readonly status: StatusName
  readonly number: number
}

/** What a picture shows of the sources: numbered marks, or what a map of its size would draw. */
export type PictureSources =
  | { readonly marks: readonly PictureMark[] }
  | {
      readonly scene: (window: Window, zoom: number) => Promise<DrawnSources>
      /** Counts the sources that a map of certain bounds shows. */
      readonly count: (bounds: Bounds) => Promise<DrawnCounts>
    }

/** What was chosen in the view; it is drawn with a ring and its name. */
export interface PictureChosen {
  readonly at: Position
  /** A drop stands on its position; a symbol is centred on it. */
  readonly isDrop: boolean
  readonly name: string
  /** Key of a chosen line source; null for anything else. */
  readonly line: string | null
}

/** One map of a picture, for one month; the caption names the month where there are two maps. */
export interface PicturePane {
  readonly style: StyleSpecification
  readonly names: NamedThings
  readonly caption: string | null
}

export interface PictureInput {
  /** One map, or two of equal size side by side. */
  readonly panes: readonly PicturePane[]
  readonly palette: Palette
  /** Whether the dustfall points are drawn. */
  readonly drops: boolean
  readonly sources: PictureSources
  /** How the sources of one kind are drawn; null if all are drawn by their status. */
  readonly look: DrawnLook | null
  /** The chosen thing; null for none. */
  readonly chosen: PictureChosen | null
  /** Whether sources aggregated into cells are drawn as heat. */
  readonly heat: boolean
  /** Opacity of the sources, and of the counties' dustfall, 0…1. */
  readonly opacity: number
  readonly dustfallOpacity: number
  /** Bounds that must be visible, and the free pixels around them. */
  readonly bounds: Bounds
  readonly padding: number
  /** Size in CSS pixels; `scale` is image pixels per CSS pixel. */
  readonly width: number
  readonly height: number
  readonly scale: number
  /** '' if the title stands beside the picture. */
  readonly title: string
  /** Under the title: to what the picture was narrowed, as much of it as fits; absent or '' if to nothing. */
  readonly subtitle?: (fits: (line: string) => boolean) => string
  /** Under the map: date, number and origin of what is drawn, class of data. `drawn`: null for numbered marks. */
  readonly lines: (drawn: DrawnCounts | null) => readonly string[]
  readonly legend: Omit<LegendState, 'bounds' | 'sources' | 'heat' | 'lettered' | 'look'>
  readonly words: PictureWords
  /** Cancels the picture when it is no longer needed. */
  readonly signal?: AbortSignal | undefined
}

export interface PictureWords {
  readonly north: string
  /** Text of a distance in whole kilometres, or in metres below one kilometre. */
  distance(metres: number): string
  entry(entry: LegendEntry): string
  /** Heading before the first entry of a type; null if the entries need none. */
  heading(entry: LegendEntry): string | null
  /** Label of several overlapping marks, by their numbers. */
  numbers(numbers: readonly number[]): string
}
