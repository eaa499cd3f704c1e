import type { BreachKind } from '@/domain/trucks/breach-kinds'
import type { CORNERS } from './symbols'

/** The shape of each suspected breach on the map, so that kinds differ without colour. */
export const BREACH_SHAPES: Readonly<Record<BreachKind, keyof typeof CORNERS>> = {
  speed: 'triangle',
  open: 'square',
  lift: 'inverted-triangle',
  ban: 'octagon',
  unwashed: 'diamond',
}

/** Image name of a kind. */
export const breachImage = (kind: BreachKind): string => `breach-${kind}`
