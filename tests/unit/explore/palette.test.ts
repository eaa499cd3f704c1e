import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  filterGrayscale,
  oklch,
  wcagContrast,
} from 'culori'
import { describe, expect, it } from 'vitest'
import { STATUS } from '@/domain/rules/status'
import { ATLAS_CELL, SHAPE_RIM } from '@/layers/atlas'
import { dotColour } from '@/layers/dot-colour'
import { nameColours } from '@/layers/name-colours'
import { mixColours, type PaletteName, paletteOf } from '@/layers/palette'
import { BADGE_RIM, DOT_OPACITY, dotRadius, dotRim, iconSize, symbolSize } from '@/layers/symbol-sizes'

const difference = differenceCiede2000()
const [prot, deuter, trit] = [filterDeficiencyProt(1), filterDeficiencyDeuter(1), filterDeficiencyTrit(1)]
const grey = filterGrayscale(1)
const EYES: Record<string, (colour: string) => Color> = {
  full: (colour) => oklch(colour)!,
  protan: (colour) => prot(oklch(colour)!),
  deutan: (colour) => deuter(oklch(colour)!),
  tritan: (colour) => trit(oklch(colour)!),
}
/** Adjacent colours are distinguishable from about this difference on. */
const APART = 5

describe.each(['light', 'dark', 'print'] as PaletteName[])('the %s palette', (name) => {
  const palette = paletteOf(name)

  it.each(Object.entries(EYES))('has distinguishable neighbours on a scale for %s sight', (_, see) => {
    for (const scale of [palette.dustfall, palette.ramp, palette.grades])
      for (let i = 1; i < scale.length; i++)
        expect(difference(see(scale[i - 1]!), see(scale[i]!)), `${scale[i - 1]} ${scale[i]}`).toBeGreaterThan(APART)
    const { overdue, failing, fine, unknown } = palette.status
    const statuses = [overdue, failing, fine, unknown]
    for (const [i, a] of statuses.entries())
      for (const b of statuses.slice(i + 1)) expect(difference(see(a), see(b)), `${a} ${b}`).toBeGreaterThan(APART)
  })

  it('changes lightness in one direction along its ramp', () => {
    const lights = palette.ramp.map((colour) => oklch(colour)!.l)
    const sign = Math.sign(lights.at(-1)! - lights[0]!)
    for (let i = 1; i < lights.length; i++) expect(Math.sign(lights[i]! - lights[i - 1]!)).toBe(sign)
    // The highest class stands out most from the ground.
    expect(wcagContrast(palette.ramp.at(-1)!, palette.land)).toBeGreaterThan(
      wcagContrast(palette.ramp[0]!, palette.land),
    )
  })

  it('is legible: text, quiet text and actions on the panel, symbols on the land', () => {
    for (const colour of [palette.ink, palette.quiet, palette.action])
      expect(wcagContrast(colour, palette.panel), colour).toBeGreaterThanOrEqual(4.5)
    for (const colour of [palette.edge, palette.action]) {
      expect(wcagContrast(colour, palette.panel), colour).toBeGreaterThanOrEqual(3)
      expect(wcagContrast(colour, palette.ground), colour).toBeGreaterThanOrEqual(3)
    }
    expect(wcagContrast('#fff', '#0f5c86')).toBeGreaterThanOrEqual(4.5)
    for (const colour of [palette.failingText, palette.over, palette.waterText, palette.neighbour])
      expect(wcagContrast(colour, palette.panel), colour).toBeGreaterThanOrEqual(4.5)
    for (const ground of Object.values(palette.badge))
      expect(wcagContrast(palette.panel, ground), ground).toBeGreaterThanOrEqual(4.5)
    // Grades of silt are drawn on a rim in the panel's colour.
    for (const grade of palette.grades) expect(wcagContrast(grade, palette.panel), grade).toBeGreaterThanOrEqual(3)
    for (const status of [palette.status.overdue, palette.status.failing, palette.status.fine])
      expect(wcagContrast(status, palette.land), status).toBeGreaterThanOrEqual(3)
  })

  it('draws the names of counties legibly on every class of dustfall, and on their halo', () => {
    palette.dustfall.forEach((ground, dustfall) => {
      const { text, rim } = nameColours(dustfall, palette)
      expect(rim).toBe(ground)
      expect(wcagContrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    })
    const { text, rim } = nameColours(undefined, palette)
    for (const ground of [rim, palette.land, palette.unranked])
      expect(wcagContrast(text, ground), ground).toBeGreaterThanOrEqual(4.5)
  })

  it('uses red for overdue only', () => {
    const others = [
      palette.limit,
      palette.over,
      palette.failingText,
      palette.action,
      ...palette.grades,
      ...Object.entries(palette.status).flatMap(([status, colour]) => (status === 'overdue' ? [] : [colour])),
    ]
    for (const colour of others)
      expect(difference(oklch(palette.status.overdue)!, oklch(colour)!), colour).toBeGreaterThan(7)
  })

  it('has a hatch that is visible on every colour above the limit', () => {
    for (const colour of palette.dustfall.slice(3))
      expect(wcagContrast(mixColours(palette.hatch, 0.34, colour), colour), colour).toBeGreaterThanOrEqual(1.35)
  })
})

it('has symbols of problems in the dark that stand out from counties above the limit', () => {
  const { status, dustfall } = paletteOf('dark')
  for (const ground of dustfall.slice(3)) {
    expect(wcagContrast(status.failing, ground), ground).toBeGreaterThanOrEqual(3)
    for (const [sight, see] of Object.entries(EYES))
      for (const colour of [status.failing, status.overdue])
        expect(difference(see(colour), see(ground)), `${sight} ${colour} ${ground}`).toBeGreaterThan(12)
  }
})

it.each(['light', 'dark', 'sun'] as PaletteName[])('sets overdue red apart from its rim in the %s theme', (name) => {
  const { status, badge, markRim } = paletteOf(name)
  for (const red of [status.overdue, badge.overdue]) expect(wcagContrast(red, markRim)).toBeGreaterThanOrEqual(4.5)
})

it('sets an overdue mark in the dark apart from every colour of a county, by its own colour or by its rim', () => {
  const { status, markRim, dustfall, unranked, land } = paletteOf('dark')
  for (const ground of [...dustfall, unranked, land]) {
    const seen = [status.overdue, markRim].map((colour) => wcagContrast(colour, ground))
    expect(Math.max(...seen), ground).toBeGreaterThanOrEqual(3)
  }
})

it('has a rim wide enough to be seen around the smallest overdue symbol and badge', () => {
  const smallest = symbolSize(0, STATUS.overdue)
  expect((iconSize(smallest) * SHAPE_RIM) / ATLAS_CELL).toBeGreaterThanOrEqual(1.5)
  expect(BADGE_RIM).toBeGreaterThanOrEqual(1.5)
  expect(dotRim(STATUS.overdue)).toBeGreaterThanOrEqual(1.5)
})

it('has dustfall classes that get darker on paper, so that a copy without colour is readable', () => {
  const lights = paletteOf('print').dustfall.map((colour) => oklch(grey(oklch(colour)!))!.l)
  for (let i = 1; i < lights.length; i++) expect(lights[i]!).toBeLessThan(lights[i - 1]! - 0.01)
})

it.each(['light', 'dark', 'sun', 'print'] as PaletteName[])(
  'shows dots of missing data on every ground in the %s palette',
  (name) => {
    const palette = paletteOf(name)
    const colour = dotColour(palette, STATUS.unknown)
    for (const ground of [...palette.dustfall, palette.unranked, palette.land]) {
      // Dots and their rims are translucent.
      const rim = mixColours(palette.markRim, DOT_OPACITY, ground)
      const dot = mixColours(colour, DOT_OPACITY, rim)
      expect(wcagContrast(dot, rim), ground).toBeGreaterThanOrEqual(3)
      const seen = [colour, palette.markRim].map((each) => wcagContrast(each, ground))
      expect(Math.max(...seen), ground).toBeGreaterThanOrEqual(3)
    }
    // Too many dots have no rim.
    for (const ground of [palette.unranked, palette.land])
      expect(wcagContrast(mixColours(colour, DOT_OPACITY, ground), ground), ground).toBeGreaterThanOrEqual(3)
    expect(wcagContrast(colour, palette.panel)).toBeGreaterThanOrEqual(3)
    // Quieter than problems: without a hue, and smaller; and not mistaken for sources in order.
    expect(oklch(colour)!.c).toBeLessThan(0.03)
    expect(dotRadius(STATUS.unknown, false)).toBeLessThan(dotRadius(STATUS.failing, false))
    for (const see of Object.values(EYES))
      expect(difference(see(colour), see(dotColour(palette, STATUS.fine)))).toBeGreaterThan(APART)
  },
)
