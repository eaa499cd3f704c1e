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

/** A source on a picture, with the number by which a list beside it tells more. */
export interface PictureMark {
  readonly at: Position
  readonly kind: KindId
  readonly shape: Shape
  readonly mark: string
  readonly status: StatusName
  readonly number: number
}

/** What a picture shows of the sources: marks with numbers, or what a map of its size would draw. */
export type PictureSources =
  | { readonly marks: readonly PictureMark[] }
  | { readonly scene: (window: Window, zoom: number) => Promise<DrawnSources> }

/** What was chosen in the view that a picture is of: it has a ring about it, and its name. */
export interface PictureChosen {
  readonly at: Position
  /** A drop stands on its place, a symbol lies about it. */
  readonly isDrop: boolean
  readonly name: string
  /** Key of a source along a line; null where it is none. */
  readonly line: string | null
}

/** One map of a picture: of a month, under its name where there are two. */
export interface PicturePane {
  readonly style: StyleSpecification
  readonly names: NamedThings
  readonly caption: string | null
}

export interface PictureInput {
  /** One map, or two of one size beside each other. */
  readonly panes: readonly PicturePane[]
  readonly palette: Palette
  /** Whether the dustfall points are drawn. */
  readonly drops: boolean
  readonly sources: PictureSources
  /** How the sources of one kind are drawn; null where all are by their standing. */
  readonly look: DrawnLook | null
  /** What was chosen, with its name; null for nothing. */
  readonly chosen: PictureChosen | null
  /** Sources that are put together into cells are drawn as heat. */
  readonly heat: boolean
  /** So opaque are the sources, 0…1. */
  readonly opacity: number
  /** What must be seen, and the pixels left free about it. */
  readonly bounds: Bounds
  readonly padding: number
  /** Size in CSS pixels, and how many pixels of the picture each is. */
  readonly width: number
  readonly height: number
  readonly scale: number
  /** '' where it stands beside the picture. */
  readonly title: string
  /** Under the map: date, sources, class of data. */
  readonly lines: readonly string[]
  readonly legend: Omit<LegendState, 'bounds' | 'sources' | 'heat' | 'lettered' | 'look'>
  readonly words: PictureWords
  /** Calls it off: nobody waits for it any more. */
  readonly signal?: AbortSignal | undefined
}

export interface PictureWords {
  readonly north: string
  /** A distance that is a round number of kilometres, or of metres below one. */
  distance(metres: number): string
  entry(entry: LegendEntry): string
  /** What stands before the first entry of a type; nothing where it says itself. */
  heading(entry: LegendEntry): string | null
  /** What several marks that lie together are called by their numbers. */
  numbers(numbers: readonly number[]): string
}
