import { type Palette, rgb } from './palette'

/** Relative luminance of a `#rrggbb` colour, 0…1 (WCAG 2.2). */
const luminance = (colour: string) => {
  const [red, green, blue] = rgb(colour).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** Colours of a text and of the rim that keeps it readable. */
export interface NameColours {
  readonly text: string
  readonly rim: string
}

/**
 * Colours of a county's name on its dustfall class. No single colour is readable on all classes, so the text is dark
 * or light, whichever contrasts most, with a rim in the class's colour. Without a class: ink with a rim in the
 * panel's colour.
 */
export function nameColours(dustfall: number | undefined, palette: Palette): NameColours {
  const ground = dustfall === undefined ? undefined : palette.dustfall[dustfall]
  if (ground === undefined) return { text: palette.ink, rim: palette.panel }
  const [text] = [palette.ink, palette.panel, palette.ground].sort((a, b) => contrast(b, ground) - contrast(a, ground))
  return { text: text!, rim: ground }
}
