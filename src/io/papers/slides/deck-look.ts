/** A box on a slide, in inches. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** A picture that stands on every slide. */
export interface StandingPicture extends Box {
  /** A data address: what a slide of the library takes. */
  readonly data: string
}

/** The library writes names of fonts as they are: nothing that could be a part of a file's markup. */
export const FONT_NAME = /^[\p{L}\p{N} ._-]+$/u

/** What a deck looks like: what is taken from the office's own, or our own. */
export interface DeckLook {
  /** In inches. */
  readonly width: number
  readonly height: number
  readonly headFont: string
  readonly bodyFont: string
  /** `rrggbb`, as the library writes them. */
  readonly ink: string
  readonly ground: string
  readonly accent: string
  /** Fills the slide; null where the ground is a colour. */
  readonly background: string | null
  readonly pictures: readonly StandingPicture[]
  /** Where the headline stands, and what is below it. */
  readonly headline: Box
  readonly body: Box
}

export const QUIET = '5B6670'
export const LINE_COLOUR = 'DDE1DC'
/** Over the limit; red says overdue and nothing else. */
export const OVER = '9C4220'
export const FILLS = { within: '93C6CC', over: 'E69A52', before: 'C9D0D4', overdue: 'B3261E', failing: 'B86E00' }
/** Lines that are set off, told apart by hue and lightness. */
export const LINES = ['9C4220', '0F5C86', '6B4FA0', '1E8E6E', 'B5569A']

/** A slide of 13.33 × 7.5 inches, white. */
export const OWN_LOOK: DeckLook = {
  width: 13.333,
  height: 7.5,
  headFont: 'Microsoft YaHei',
  bodyFont: 'Microsoft YaHei',
  ink: '1B242B',
  ground: 'FFFFFF',
  accent: '0F5C86',
  background: null,
  pictures: [],
  headline: { x: 0.6, y: 0.35, w: 12.13, h: 0.85 },
  body: { x: 0.6, y: 1.7, w: 12.13, h: 5.25 },
}

/** A look as it may be written: a package made elsewhere, or by an earlier version, may name fonts with any signs. */
export const safeLook = (look: DeckLook): DeckLook => ({
  ...look,
  headFont: FONT_NAME.test(look.headFont) ? look.headFont : OWN_LOOK.headFont,
  bodyFont: FONT_NAME.test(look.bodyFont) ? look.bodyFont : OWN_LOOK.bodyFont,
})
