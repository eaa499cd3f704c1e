import type { LabelRole } from './map-labels'
import type { Palette } from './palette'

/** Roles of emphasised texts; all others are quiet. */
const STRONG: ReadonlySet<LabelRole> = new Set(['county', 'problem'])
/** Roles of texts in ink colour without emphasis. */
const PLAIN: ReadonlySet<LabelRole> = new Set(['source', 'point', 'line'])

export const isStrong = (role: LabelRole) => STRONG.has(role)

/** The colour of a text on the ground. */
export function labelColour(role: LabelRole, palette: Palette): string {
  if (STRONG.has(role) || PLAIN.has(role)) return palette.ink
  if (role === 'river') return palette.waterText
  return role === 'city' || role === 'neighbour' || role === 'town' ? palette.neighbour : palette.quiet
}
