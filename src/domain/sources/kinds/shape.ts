/** Shapes that a kind's symbol may have; what colour and filling say is the same for all. */
export const SHAPES = [
  'square',
  'right-triangle',
  'triangle',
  'inverted-triangle',
  'diamond',
  'circle',
  'pentagon',
  'hexagon',
  'octagon',
  'star',
  'cross',
  'trapezoid',
  'drop',
  'bar',
] as const
export type Shape = (typeof SHAPES)[number]
