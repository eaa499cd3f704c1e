import { nameColours } from '@/layers/name-colours'
import { mixColours, paletteOf, type Theme } from '@/layers/palette'

/** Sets a theme's colours as CSS variables; the map uses the same palette. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement
  const palette = paletteOf(theme)
  // Ramps and categories are applied individually to what they colour; the rim of marks is for the map only.
  const {
    status,
    dustfall,
    grades,
    badge,
    failingText,
    inOrder,
    ramp: _ramp,
    markRim: _markRim,
    categories: _categories,
    ...plain
  } = palette
  root.dataset.theme = theme
  for (const [name, colour] of Object.entries(plain)) root.style.setProperty(`--${name}`, colour)
  for (const [name, colour] of Object.entries(status)) root.style.setProperty(`--status-${name}`, colour)
  for (const [name, colour] of Object.entries(badge)) root.style.setProperty(`--badge-${name}`, colour)
  const made = {
    veil: `${plain.panel}dd`,
    rim: `${plain.ink}38`,
    'line-half': `${plain.line}80`,
    'fine-pale': mixColours(status.fine, 0.45, plain.panel),
    'failing-text': failingText,
    'in-order': inOrder,
  }
  for (const [name, colour] of Object.entries(made)) root.style.setProperty(`--${name}`, colour)
  dustfall.forEach((colour, i) => {
    root.style.setProperty(`--dustfall-${i}`, colour)
    root.style.setProperty(`--on-dustfall-${i}`, nameColours(i, palette).text)
  })
  grades.forEach((colour, i) => {
    root.style.setProperty(`--grade-${i}`, colour)
  })
}
