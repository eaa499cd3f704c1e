/** Position of a symbol in the atlas image; a mask takes the colour of its source. */
export interface SymbolPlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly anchorY: number
  readonly mask: boolean
}

/** The image of all symbols, with the position of each. */
export interface SymbolAtlas {
  readonly image: ImageData
  readonly mapping: Readonly<Record<string, SymbolPlace>>
}

/** Size of a symbol's square in the atlas, in pixels: three times the size on screen, so that it stays sharp. */
export const ATLAS_CELL = 64
/** Half the size of a shape in its square. */
export const SHAPE_RADIUS = 21
/** Width of the rim around a shape: 1.5 pixels on the screen around the smallest overdue symbol. */
export const SHAPE_RIM = 6
/** A circle looks as large as a square if it is a little smaller. */
export const CIRCLE_RADIUS = SHAPE_RADIUS * 0.95
/** Icon size for a circle of this radius. */
export const discSize = (radius: number) => (radius * ATLAS_CELL) / CIRCLE_RADIUS

/** Half the height of the pill shape in its square; the pill fills the full width. */
export const PILL_RADIUS = 20
/** Icon size for a pill of this height. */
export const pillSize = (height: number) => (height * ATLAS_CELL) / (2 * PILL_RADIUS)

/**
 * Everything except text is drawn as an icon: a single shader program, since compiling each further one takes a
 * second without a graphics card.
 */
export const icons = (atlas: SymbolAtlas) => ({
  iconAtlas: atlas.image as unknown as string,
  iconMapping: atlas.mapping as Record<string, SymbolPlace>,
})
