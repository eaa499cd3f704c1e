/** A box on a slide, in inches. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** A picture on every slide. */
export interface StandingPicture extends Box {
  /** Data URL, as the library expects. */
  readonly data: string
}

/** The library writes font names without escaping: exclude anything that could be markup. */
export const FONT_NAME = /^[\p{L}\p{N} ._-]+$/u

/** The look of a deck: taken from the office's presentation, or the app's own. */
export interface DeckLook {
  /** In inches. */
  readonly width: number
  readonly height: number
  readonly headFont: string
  readonly bodyFont: string
  /** `rrggbb`, as the library writes colours. */
  readonly ink: string
  readonly ground: string
  readonly accent: string
  /** Fills the slide; null if the background is a colour. */
  readonly background: string | null
  readonly pictures: readonly StandingPicture[]
  /** Areas of the headline and of the content below it. */
  readonly headline: Box
  readonly body: Box
}

export const QUIET = '5B6670'
export const LINE_COLOUR = 'DDE1DC'
/** Over the limit; red is reserved for overdue. */
export const OVER = '9C4220'
export const FILLS = { within: '93C6CC', over: 'E69A52', before: 'C9D0D4', overdue: 'B3261E', failing: 'B86E00' }
/** Colours of highlighted lines, distinguishable by hue and lightness. */
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

/** A look with safe font names: packages made elsewhere, or by earlier versions, may contain any characters. */
export const safeLook = (look: DeckLook): DeckLook => ({
  ...look,
  headFont: FONT_NAME.test(look.headFont) ? look.headFont : OWN_LOOK.headFont,
  bodyFont: FONT_NAME.test(look.bodyFont) ? look.bodyFont : OWN_LOOK.bodyFont,
})
