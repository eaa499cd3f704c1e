import { STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import { gradesOf } from '@/domain/sources/grades'
import type { Kind } from '@/domain/sources/kinds/kind'
import type { Shape } from '@/domain/sources/kinds/shape'

type Corner = readonly [number, number]

/** A point at a distance from the middle, clockwise from the top. */
const polar = (radius: number, angle: number): Corner => [radius * Math.sin(angle), -radius * Math.cos(angle)]
const regular = (corners: number, radius: number, turned = 0): readonly Corner[] =>
  Array.from({ length: corners }, (_, i) => polar(radius, turned + (2 * Math.PI * i) / corners))

/** Vertices in a square from -1 to 1, y down; a circle has none. */
export const CORNERS: Readonly<Record<Exclude<Shape, 'circle' | 'drop'>, readonly Corner[]>> = {
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
  'inverted-triangle': [
    [-0.98, -0.8],
    [0.98, -0.8],
    [0, 0.95],
  ],
  octagon: regular(8, 0.98, Math.PI / 8),
  star: Array.from({ length: 10 }, (_, i) => polar(i % 2 === 0 ? 1.08 : 0.5, (Math.PI * i) / 5)),
  cross: [
    [-0.36, -0.95],
    [0.36, -0.95],
    [0.36, -0.36],
    [0.95, -0.36],
    [0.95, 0.36],
    [0.36, 0.36],
    [0.36, 0.95],
    [-0.36, 0.95],
    [-0.36, 0.36],
    [-0.95, 0.36],
    [-0.95, -0.36],
    [-0.36, -0.36],
  ],
  trapezoid: [
    [-0.55, -0.75],
    [0.55, -0.75],
    [1, 0.75],
    [-1, 0.75],
  ],
  bar: [
    [-1, -0.3],
    [1, -0.3],
    [1, 0.3],
    [-1, 0.3],
  ],
}

/** The round part of a drop in the same square: its middle below the tip, and its radius. */
export const DROP = { y: 0.3, radius: 0.7 } as const

/** Middle of a shape's body, for text in it; for all other shapes, the middle of the square. */
export const BODY: Partial<Readonly<Record<Shape, Corner>>> = {
  'right-triangle': [0.28, 0.22],
  triangle: [0, 0.25],
  'inverted-triangle': [0, -0.25],
  drop: [0, DROP.y],
}

/** How a standing is drawn: bad is filled, fine is hollow, unknown is hollow and dashed. */
export function fillStyleOf(status: StatusName): 'filled' | 'hollow' | 'dashed' {
  if (status === 'overdue' || status === 'failing') return 'filled'
  return status === 'unknown' ? 'dashed' : 'hollow'
}

/** Symbols show their letter from this zoom on. */
export const LETTER_ZOOM = 11.5

/** Letter in a source's symbol: that of its grade, else the kind's mark. */
export function letterOf({ ladder, symbol }: Kind, grade: string): string {
  const letter = ladder && grade !== ladder.ungraded ? (ladder.letters[grade] ?? grade) : ''
  return [...letter].length === 1 ? letter : (symbol.mark ?? '')
}

/** All letters that a kind's symbols can have. */
const lettersOf = (kind: Kind): readonly string[] => [
  kind.symbol.mark ?? '',
  ...gradesOf(kind).map((grade) => letterOf(kind, grade)),
]

/** Atlas name of the bare shape, which takes any colour. */
export const bareName = (shape: Shape) => `bare:${shape}`
/** Atlas name of the ring around the selected source. */
export const RING = 'bare:ring'
/** Atlas name of the background of a wide badge. */
export const PILL = 'bare:pill'

/** Name of a symbol in the atlas. */
export const symbolName = (shape: Shape, status: StatusName, letter = '') => `${shape}:${status}:${letter}`

/** All symbols that the map may need for some kinds. */
export function allSymbols(
  kinds: readonly Kind[],
): { name: string; shape: Shape; status: StatusName; letter: string }[] {
  const needed = new Map(
    kinds.flatMap((kind) =>
      ['', ...lettersOf(kind)].map((letter) => {
        const { shape } = kind.symbol
        return [`${shape} ${letter}`, { shape, letter }] as const
      }),
    ),
  )
  return [...needed.values()].flatMap(({ shape, letter }) =>
    STATUS_NAMES.map((status) => ({ name: symbolName(shape, status, letter), shape, status, letter })),
  )
}
