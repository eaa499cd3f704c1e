/** Where a symbol is in the image of all; a mask takes the colour of its source. */
export interface SymbolPlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly anchorY: number
  readonly mask: boolean
}

/** Pictures of all symbols in one image, and where each is. */
export interface SymbolAtlas {
  readonly image: ImageData
  readonly mapping: Readonly<Record<string, SymbolPlace>>
}

/** Pixels of the square of one symbol in the atlas: three times what the screen shows, so that it stays sharp. */
export const ATLAS_CELL = 64
/** Half the size of a shape in its square. */
export const SHAPE_RADIUS = 21
/** A circle looks as large as a square when it is a little smaller. */
export const CIRCLE_RADIUS = SHAPE_RADIUS * 0.95
/** Size of the square whose circle has this radius. */
export const discSize = (radius: number) => (radius * ATLAS_CELL) / CIRCLE_RADIUS

/** Half the height of the pill in its square, which it fills from side to side. */
export const PILL_RADIUS = 20
/** Size of the square whose pill is so high. */
export const pillSize = (height: number) => (height * ATLAS_CELL) / (2 * PILL_RADIUS)

/** All that is no text is drawn as an icon: one program, where each further one takes a second to make without a graphics card. */
export const icons = (atlas: SymbolAtlas) => ({
  iconAtlas: atlas.image as unknown as string,
  iconMapping: atlas.mapping as Record<string, SymbolPlace>,
})
