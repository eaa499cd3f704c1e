import { mixColours, type Palette, rgb } from '@/layers/palette'

/** Colours of the quiet map, all close to the ground colour, so that what is drawn on it stands out. */
export interface QuietColours {
  readonly green: string
  readonly water: string
  readonly building: string
  readonly railway: string
  readonly road: string
  readonly casing: string
  /** A road at far zooms, as a thin line without a rim. */
  readonly farRoad: string
  readonly text: string
  readonly waterText: string
  readonly halo: string
}

const GREEN = '#5E9A62'

/** Whether a colour is nearer to black than to white. */
const isDark = (colour: string) => rgb(colour).reduce((sum, part) => sum + part, 0) < 3 * 128

/** Derived from a theme's own colours, so that another palette (such as paper) needs no extra colours. */
export function quietColours({ land, road, ink, quiet, panel, water }: Palette): QuietColours {
  const dark = isDark(land)
  return {
    green: mixColours(GREEN, dark ? 0.22 : 0.26, land),
    water: mixColours(water, dark ? 0.42 : 0.5, land),
    building: mixColours(ink, dark ? 0.09 : 0.12, land),
    railway: mixColours(quiet, 0.5, land),
    road: dark ? road : panel,
    casing: dark ? mixColours(ink, 0.07, land) : road,
    farRoad: mixColours(ink, dark ? 0.05 : 0.075, road),
    text: mixColours(ink, 0.72, land),
    waterText: mixColours(water, dark ? 0.65 : 0.2, ink),
    halo: dark ? land : panel,
  }
}
