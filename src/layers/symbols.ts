import { STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import type { SourceKind } from '@/domain/sources/kinds/schema'

/** Shape says what a thing is. */
export type Shape =
  | 'square'
  | 'right-triangle'
  | 'triangle'
  | 'diamond'
  | 'circle'
  | 'pentagon'
  | 'hexagon'
  | 'drop'
  | 'bar'

const SHAPES: Readonly<Record<SourceKind, Shape>> = {
  'construction-site': 'square',
  'demolition-site': 'right-triangle',
  'linear-works': 'pentagon',
  stockpile: 'triangle',
  yard: 'diamond',
  'spoil-ground': 'hexagon',
  road: 'bar',
  enterprise: 'circle',
  'plan-task': 'drop',
  machinery: 'bar',
  sweeping: 'bar',
  'muck-trucks': 'bar',
  'straw-fires': 'bar',
}

export function shapeOf(kind: SourceKind): Shape {
  return SHAPES[kind]
}

/** Corners in a square from -1 to 1, y down; a circle has none. */
export const CORNERS: Readonly<Record<Exclude<Shape, 'circle' | 'drop'>, readonly (readonly [number, number])[]>> = {
  square: [
    [-0.82, -0.82],
    [0.82, -0.82],
    [0.82, 0.82],
    [-0.82, 0.82],
  ],
  'right-triangle': [
    [0.9, -0.9],
    [0.9, 0.82],
    [-0.9, 0.82],
  ],
  triangle: [
    [0, -0.95],
    [0.98, 0.8],
    [-0.98, 0.8],
  ],
  diamond: [
    [0, -1.05],
    [1.05, 0],
    [0, 1.05],
    [-1.05, 0],
  ],
  pentagon: [
    [0, -1],
    [0.95, -0.31],
    [0.59, 0.81],
    [-0.59, 0.81],
    [-0.95, -0.31],
  ],
  hexagon: [
    [-0.5, -0.9],
    [0.5, -0.9],
    [1, 0],
    [0.5, 0.9],
    [-0.5, 0.9],
    [-1, 0],
  ],
  bar: [
    [-1, -0.3],
    [1, -0.3],
    [1, 0.3],
    [-1, 0.3],
  ],
}

/** How a standing is drawn: bad is filled and on top, fine is hollow, unknown is hollow and dashed. */
export function drawnAs(status: StatusName): 'filled' | 'hollow' | 'dashed' {
  if (status === 'overdue' || status === 'failing') return 'filled'
  return status === 'unknown' ? 'dashed' : 'hollow'
}

/** Letters shown in an enterprise's circle when near. */
export const GRADE_LETTERS: Readonly<Record<string, string>> = {
  A: 'A',
  B: 'B',
  引领性: '引',
  'B-': 'b',
  C: 'C',
  D: 'D',
}

/** Name of the bare shape in the atlas, which takes any colour. */
export const bareName = (shape: Shape) => `bare:${shape}`
/** Name of the ring about the selected source. */
export const RING = 'bare:ring'

/** Name of a symbol in the atlas. */
export const symbolName = (shape: Shape, status: StatusName, letter = '') => `${shape}:${status}:${letter}`

/** Every shape that the map can need. */
export const allShapes = (): Shape[] => [...new Set([...Object.values(SHAPES), 'drop' as const])]

/** Every symbol that the map can need. */
export function allSymbols(): { name: string; shape: Shape; status: StatusName; letter: string }[] {
  return allShapes().flatMap((shape) =>
    STATUS_NAMES.flatMap((status) => {
      const letters = shape === 'circle' ? ['', ...Object.values(GRADE_LETTERS)] : ['']
      return letters.map((letter) => ({ name: symbolName(shape, status, letter), shape, status, letter }))
    }),
  )
}
