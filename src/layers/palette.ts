import type { StatusName } from '@/domain/rules/status'

export type Theme = 'light' | 'dark'

/** Every colour that carries meaning, checked for contrast and for protan, deutan and tritan sight. */
export interface Palette {
  readonly ink: string
  readonly quiet: string
  readonly ground: string
  readonly panel: string
  readonly line: string
  /** Border of a control. */
  readonly edge: string
  readonly action: string
  readonly limit: string
  readonly water: string
  readonly land: string
  readonly border: string
  readonly unranked: string
  /** How bad: one colour for each standing of a source. */
  readonly status: Readonly<Record<StatusName, string>>
  /** Dustfall from low to high; the last three are over the limit. */
  readonly dustfall: readonly string[]
  /** Surveyed grades, from the best to the worst. */
  readonly grades: readonly string[]
  /** Any numbers from low to high: from viridis, the highest farthest from the ground. */
  readonly ramp: readonly string[]
  /** Any categories: the colours of Okabe and Ito. */
  readonly categories: readonly string[]
}

const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    ink: '#1B242B',
    quiet: '#5B6670',
    ground: '#F3F4F1',
    panel: '#FFFFFF',
    line: '#DDE1DC',
    edge: '#7B8490',
    action: '#0F5C86',
    limit: '#B3261E',
    water: '#7FB2DD',
    land: '#EDEFEA',
    border: '#FFFFFF',
    unranked: '#E2E4E0',
    status: { overdue: '#B3261E', failing: '#B86E00', fine: '#2F7FB5', due: '#2F7FB5', unknown: '#7B8490' },
    dustfall: ['#EDF6F7', '#C3E0E3', '#93C6CC', '#F6CF94', '#E69A52', '#B4512A'],
    grades: ['#2F7FB5', '#7A9A3A', '#B86E00', '#B3261E'],
    ramp: ['#FDE725', '#90D743', '#35B779', '#21918C', '#31688E', '#443983', '#440154'],
    categories: ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00', '#F0E442'],
  },
  dark: {
    ink: '#EEF2F5',
    quiet: '#A3ADB6',
    ground: '#101418',
    panel: '#1A2026',
    line: '#2E363E',
    edge: '#76828E',
    action: '#63B7EA',
    limit: '#FF6B5E',
    water: '#3E76A6',
    land: '#1B2127',
    border: '#0F1317',
    unranked: '#2A3138',
    status: { overdue: '#FF6B5E', failing: '#FFB547', fine: '#63B7EA', due: '#63B7EA', unknown: '#9AA4B0' },
    dustfall: ['#35616B', '#4C8691', '#6FB0BA', '#F2C774', '#EB8A3C', '#E4523B'],
    grades: ['#63B7EA', '#A9C66A', '#FFB547', '#FF6B5E'],
    ramp: ['#5A4FA0', '#3D7DAA', '#21918C', '#35B779', '#90D743', '#FDE725', '#FFF9C4'],
    categories: ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00', '#F0E442'],
  },
}

export function paletteOf(theme: Theme): Palette {
  return PALETTES[theme]
}

/** Red, green, blue (0–255) of a `#rrggbb` colour. */
export function rgb(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** So much of one `#rrggbb` colour in another, as CSS's `color-mix(in srgb, …)`, which Chromium 109 lacks. */
export function mixed(colour: string, share: number, other: string): string {
  const [one, two] = [rgb(colour), rgb(other)]
  const parts = one.map((part, i) => Math.round(part * share + two[i]! * (1 - share)))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** So many colours of a ramp, from its lowest to its highest. */
export function rampOf({ ramp }: Palette, count: number): string[] {
  return Array.from({ length: count }, (_, i) => ramp[Math.round((i / Math.max(1, count - 1)) * (ramp.length - 1))]!)
}

/** Which of {@link Palette.grades} stands for the `place`-th of `count` grades, the best first; -1 for none. */
export function gradeColour(place: number, count: number, colours: number): number {
  return place < 0 || count < 2 ? place : Math.round((place * (colours - 1)) / (count - 1))
}
