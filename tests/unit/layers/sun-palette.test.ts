import { expect, it } from 'vitest'
import { paletteOf, rgb } from '@/layers/palette'

/** Relative luminance (WCAG 2). */
function luminance(colour: string): number {
  const [r, g, b] = rgb(colour).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

it('has a contrast of at least 7:1 for all lines, letters and symbols of the map in full sun', () => {
  const { ink, quiet, action, border, neighbour, failingText, inOrder, waterText, grades, status, badge, ...sun } =
    paletteOf('sun')
  const marks = { ink, quiet, action, border, neighbour, failingText, inOrder, waterText, ...status }
  const roads = grades.map((colour, grade) => [`road ${grade}`, colour] as const)
  for (const [name, colour] of [...Object.entries(marks), ...roads])
    for (const ground of [sun.land, sun.panel, sun.ground])
      expect(contrast(colour, ground), name).toBeGreaterThanOrEqual(7)
  // The count on a badge has the panel's colour.
  for (const colour of Object.values(badge)) expect(contrast(colour, sun.panel)).toBeGreaterThanOrEqual(7)
})
