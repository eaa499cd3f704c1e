import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  oklch,
  wcagContrast,
} from 'culori'
import { describe, expect, it } from 'vitest'
import { mixed, paletteOf, type Theme } from '@/layers/palette'

const difference = differenceCiede2000()
const [prot, deuter, trit] = [filterDeficiencyProt(1), filterDeficiencyDeuter(1), filterDeficiencyTrit(1)]
const EYES: Record<string, (colour: string) => Color> = {
  full: (colour) => oklch(colour)!,
  protan: (colour) => prot(oklch(colour)!),
  deutan: (colour) => deuter(oklch(colour)!),
  tritan: (colour) => trit(oklch(colour)!),
}
/** Colours that lie side by side are told apart from about this difference on. */
const APART = 5

describe.each(['light', 'dark'] as Theme[])('the %s palette', (theme) => {
  const palette = paletteOf(theme)

  it.each(Object.entries(EYES))('keeps neighbours on a scale apart for %s sight', (_, see) => {
    for (const scale of [palette.dustfall, palette.ramp])
      for (let i = 1; i < scale.length; i++)
        expect(difference(see(scale[i - 1]!), see(scale[i]!)), `${scale[i - 1]} ${scale[i]}`).toBeGreaterThan(APART)
    const { overdue, failing, fine, unknown } = palette.status
    const statuses = [overdue, failing, fine, unknown]
    for (const [i, a] of statuses.entries())
      for (const b of statuses.slice(i + 1)) expect(difference(see(a), see(b)), `${a} ${b}`).toBeGreaterThan(APART)
  })

  it('grows in one direction of lightness along its ramp', () => {
    const lights = palette.ramp.map((colour) => oklch(colour)!.l)
    const sign = Math.sign(lights.at(-1)! - lights[0]!)
    for (let i = 1; i < lights.length; i++) expect(Math.sign(lights[i]! - lights[i - 1]!)).toBe(sign)
    // The highest stands out most from the ground.
    expect(wcagContrast(palette.ramp.at(-1)!, palette.land)).toBeGreaterThan(
      wcagContrast(palette.ramp[0]!, palette.land),
    )
  })

  it('can be read: text, quiet text and actions on the panel, symbols on the land', () => {
    for (const colour of [palette.ink, palette.quiet, palette.action])
      expect(wcagContrast(colour, palette.panel), colour).toBeGreaterThanOrEqual(4.5)
    for (const colour of [palette.edge, palette.action]) {
      expect(wcagContrast(colour, palette.panel), colour).toBeGreaterThanOrEqual(3)
      expect(wcagContrast(colour, palette.ground), colour).toBeGreaterThanOrEqual(3)
    }
    expect(wcagContrast('#fff', '#0f5c86')).toBeGreaterThanOrEqual(4.5)
    // What `color-mix` gives; as text it must be told from the panel better than as a symbol.
    const failing = mixed(palette.status.failing, 0.75, palette.ink)
    expect(failing).toBe({ light: '#915c0b', dark: '#fbc473' }[theme])
    expect(wcagContrast(failing, palette.panel)).toBeGreaterThanOrEqual(4.5)
    for (const status of [palette.status.overdue, palette.status.failing, palette.status.fine])
      expect(wcagContrast(status, palette.land), status).toBeGreaterThanOrEqual(3)
  })
})
