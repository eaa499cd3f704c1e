/** Shapes for the symbols of kinds; colour and fill have the same meaning for all. */
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
