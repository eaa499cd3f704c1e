import type { StatusName } from '@/domain/rules/status'

export type Theme = 'light' | 'dark'
/** A map's theme; 'sun' is for field use in full sun. */
export type MapTheme = Theme | 'sun'
/**
 * A theme of the screen, or paper, where dustfall darkens from class to class so that a copy without colour is
 * readable.
 */
export type PaletteName = MapTheme | 'print'

/** All colours with a meaning, checked for contrast and for protan, deutan and tritan vision. */
export interface Palette {
  readonly ink: string
  readonly quiet: string
  readonly ground: string
  readonly panel: string
  readonly line: string
  /** Border of a control. */
  readonly edge: string
  readonly action: string
  /** The line of the limit: ink, since red is reserved for overdue. */
  readonly limit: string
  /** Text of dustfall over the limit; on the map it is also hatched. */
  readonly over: string
  /** Hatch lines over counties above the limit. */
  readonly hatch: string
  /** Text for sources that do not meet a requirement. */
  readonly failingText: string
  readonly water: string
  readonly waterText: string
  readonly land: string
  /** Road edges of a basemap; in the dark theme, the roads. */
  readonly road: string
  /**
   * Rim around the marks of sources. A mark or its rim has a contrast of at least 3:1 to what is below, and they have it
   * to each other.
   */
  readonly markRim: string
  /** Borders of counties, dashed so that they are not mistaken for streets. */
  readonly border: string
  /** Borders and names around the city. */
  readonly neighbour: string
  /** Small dots of sources in order. */
  readonly inOrder: string
  /** Small dots of sources with missing data: seen on every ground, and without a hue, so quieter than problems. */
  readonly missing: string
  readonly unranked: string
  /** One colour for each standing of a source. */
  readonly status: Readonly<Record<StatusName, string>>
  /** Background of a badge by its worst source; the count is in the panel's colour. */
  readonly badge: Readonly<Record<StatusName, string>>
  /** Dustfall from low to high; the last three are over the limit. */
  readonly dustfall: readonly string[]
  /** Surveyed grades from best to worst, in a hue used for nothing else. */
  readonly grades: readonly string[]
  /** General numbers from low to high: viridis, with the highest farthest from the ground colour. */
  readonly ramp: readonly string[]
  /** General categories: the colours of Okabe and Ito. */
  readonly categories: readonly string[]
}

const CATEGORIES = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00', '#F0E442']

const LIGHT: Palette = {
  ink: '#1B242B',
  quiet: '#5B6670',
  ground: '#F3F4F1',
  panel: '#FFFFFF',
  line: '#DDE1DC',
  edge: '#7B8490',
  action: '#0F5C86',
  limit: '#1B242B',
  over: '#9C4220',
  hatch: '#1B242B',
  failingText: '#8A5200',
  water: '#7FB2DD',
  waterText: '#2F6C9E',
  land: '#EDEFEA',
  road: '#C3C6C4',
  markRim: '#FFFFFF',
  border: '#75818A',
  neighbour: '#68737B',
  inOrder: '#4A6E8A',
  missing: '#545454',
  unranked: '#E2E4E0',
  status: { overdue: '#B3261E', failing: '#B86E00', fine: '#2F7FB5', due: '#2F7FB5', unknown: '#7B8490' },
  badge: { overdue: '#B3261E', failing: '#9A5C00', fine: '#2B74A6', due: '#2B74A6', unknown: '#67717C' },
  dustfall: ['#EDF6F7', '#C3E0E3', '#93C6CC', '#F6CF94', '#E69A52', '#B4512A'],
  grades: ['#9E82CC', '#7F58B8', '#5B2F96', '#35125F'],
  ramp: ['#FDE725', '#90D743', '#35B779', '#21918C', '#31688E', '#443983', '#440154'],
  categories: CATEGORIES,
}

const PALETTES: Readonly<Record<PaletteName, Palette>> = {
  light: LIGHT,
  print: {
    ...LIGHT,
    ink: '#000000',
    quiet: '#4A545C',
    ground: '#FFFFFF',
    land: '#FFFFFF',
    road: '#CCCCCC',
    border: '#5F6A72',
    neighbour: '#5F6A72',
    water: '#5E9BD0',
    unranked: '#F2F2F0',
    dustfall: ['#FBFDFD', '#D5E8EA', '#AED2D6', '#E8AB62', '#D07C38', '#9A4424'],
  },
  // White and black; other colours have a contrast of at least 7:1 on every background.
  sun: {
    ...LIGHT,
    ink: '#000000',
    quiet: '#000000',
    ground: '#FFFFFF',
    panel: '#FFFFFF',
    line: '#000000',
    edge: '#000000',
    action: '#00307A',
    limit: '#000000',
    failingText: '#6E2F00',
    water: '#B9D9F2',
    waterText: '#00307A',
    land: '#FFFFFF',
    road: '#808080',
    border: '#000000',
    neighbour: '#333333',
    inOrder: '#00407A',
    missing: '#4A4F55',
    grades: ['#7038B8', '#552A94', '#3A1570', '#200845'],
    status: { overdue: '#A30000', failing: '#6E2F00', fine: '#00407A', due: '#00407A', unknown: '#4A4F55' },
    badge: { overdue: '#A30000', failing: '#6E2F00', fine: '#00407A', due: '#00407A', unknown: '#4A4F55' },
  },
  dark: {
    ink: '#EEF2F5',
    quiet: '#A3ADB6',
    ground: '#101418',
    panel: '#1A2026',
    line: '#2E363E',
    edge: '#76828E',
    action: '#63B7EA',
    limit: '#EEF2F5',
    over: '#F0A27C',
    hatch: '#101418',
    failingText: '#FFB547',
    water: '#3E76A6',
    waterText: '#7DB4E0',
    land: '#1B2127',
    road: '#454B50',
    markRim: '#000000',
    border: '#8A969F',
    neighbour: '#7E8A94',
    inOrder: '#C4D3DE',
    missing: '#989898',
    unranked: '#2A3138',
    status: { overdue: '#FF6B5E', failing: '#FFB547', fine: '#63B7EA', due: '#63B7EA', unknown: '#9AA4B0' },
    badge: { overdue: '#FF6B5E', failing: '#FFB547', fine: '#63B7EA', due: '#63B7EA', unknown: '#9AA4B0' },
    // Above the limit darker than the symbols' amber, which could not be seen on them; red has its rim as well.
    dustfall: ['#35616B', '#4C8691', '#6FB0BA', '#8C6122', '#97441A', '#8C211E'],
    grades: ['#7D63B5', '#9C85D6', '#BFAEEB', '#E9E2FF'],
    ramp: ['#5A4FA0', '#3D7DAA', '#21918C', '#35B779', '#90D743', '#FDE725', '#FFF9C4'],
    categories: CATEGORIES,
  },
}

export function paletteOf(name: PaletteName): Palette {
  return PALETTES[name]
}

/** Red, green, blue (0–255) of a `#rrggbb` colour. */
export function rgb(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** Mixes a share of one `#rrggbb` colour with another, like CSS's `color-mix(in srgb, …)`, which Chromium 109 lacks. */
export function mixColours(colour: string, share: number, other: string): string {
  const [one, two] = [rgb(colour), rgb(other)]
  const parts = one.map((part, i) => Math.round(part * share + two[i]! * (1 - share)))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** `count` colours of a ramp, from lowest to highest. */
export function rampOf({ ramp }: Palette, count: number): string[] {
  return Array.from({ length: count }, (_, i) => ramp[Math.round((i / Math.max(1, count - 1)) * (ramp.length - 1))]!)
}

/** Index in {@link Palette.grades} of the `place`-th of `count` grades, best first; -1 for none. */
export function gradeColour(place: number, count: number, colours: number): number {
  return place < 0 || count < 2 ? place : Math.round((place * (colours - 1)) / (count - 1))
}
