import { mixed, paletteOf, type Theme } from '@/layers/palette'

/** Gives the page the colours of a theme; the map takes them from the same palette. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement
  // Ramps and categories are given to what they colour, one by one.
  const {
    status,
    dustfall,
    grades,
    badge,
    failingText,
    inOrder,
    ramp: _ramp,
    categories: _categories,
    ...plain
  } = paletteOf(theme)
  root.dataset.theme = theme
  // What the browser draws itself: bars to scroll by, the cross in a search.
  root.style.colorScheme = theme
  for (const [name, colour] of Object.entries(plain)) root.style.setProperty(`--${name}`, colour)
  for (const [name, colour] of Object.entries(status)) root.style.setProperty(`--status-${name}`, colour)
  for (const [name, colour] of Object.entries(badge)) root.style.setProperty(`--badge-${name}`, colour)
  const made = {
    veil: `${plain.panel}dd`,
    rim: `${plain.ink}38`,
    'line-half': `${plain.line}80`,
    'fine-pale': mixed(status.fine, 0.45, plain.panel),
    'failing-text': failingText,
    'in-order': inOrder,
  }
  for (const [name, colour] of Object.entries(made)) root.style.setProperty(`--${name}`, colour)
  dustfall.forEach((colour, i) => {
    root.style.setProperty(`--dustfall-${i}`, colour)
  })
  grades.forEach((colour, i) => {
    root.style.setProperty(`--grade-${i}`, colour)
  })
}
