import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'

/** Up to this many places the shortest round is found by trying every order. */
const EXACT = 9

/** The length in metres of a round from a start along places in an order, without the way back. */
export function roundMetres(start: Position, places: readonly Position[], order: readonly number[]): number {
  let at = start
  return order.reduce((sum, place) => {
    const metres = distanceMetres(at, places[place]!)
    at = places[place]!
    return sum + metres
  }, 0)
}

/**
 * The way to a place not visited yet; `isFromLast` tells whether it begins at the previous such place or at the current
 * start.
 */
export interface Leg {
  readonly metres: number
  readonly isFromLast: boolean
}

/**
 * For each place, the way from the previous unvisited one; null if the place is done. Together they are the remaining
 * way.
 */
export function legsOf(
  start: Position,
  places: readonly { readonly position: Position; readonly isDone: boolean }[],
): readonly (Leg | null)[] {
  let last: Position | null = null
  return places.map(({ position, isDone }) => {
    if (isDone) return null
    const leg = { metres: distanceMetres(last ?? start, position), isFromLast: last !== null }
    last = position
    return leg
  })
}

/**
 * The order in which to visit places from a start: the shortest for up to nine places. For more, two initial orders
 * (nearest insertion, nearest neighbour) are improved by reversing sections (2-opt) and moving places (Or-opt) until
 * that no longer helps; the shorter one is returned.
 */
export function planRound(start: Position, places: readonly Position[]): number[] {
  const all = [start, ...places]
  const metres = all.map((a) => all.map((b) => distanceMetres(a, b)))
  const order = places.length <= EXACT ? shortest(metres) : short(metres)
  return order.map((node) => node - 1)
}

const length = (order: readonly number[], metres: readonly (readonly number[])[]) =>
  order.reduce((sum, node, i) => sum + metres[i === 0 ? 0 : order[i - 1]!]![node]!, 0)

function shortest(metres: readonly (readonly number[])[]): number[] {
  let best: number[] = []
  let bestLength = Number.POSITIVE_INFINITY
  const walk = (order: number[], left: ReadonlySet<number>, so: number) => {
    if (so >= bestLength) return
    if (left.size === 0) {
      best = order
      bestLength = so
      return
    }
    for (const node of left) {
      const rest = new Set(left)
      rest.delete(node)
      walk([...order, node], rest, so + metres[order.at(-1) ?? 0]![node]!)
    }
  }
  walk([], new Set(metres.map((_, node) => node).slice(1)), 0)
  return best
}

function short(metres: readonly (readonly number[])[]): number[] {
  const [a, b] = [improved(inserted(metres), metres), improved(nearestEachTime(metres), metres)]
  return length(a, metres) <= length(b, metres) ? a : b
}

function nearestEachTime(metres: readonly (readonly number[])[]): number[] {
  const left = new Set(Array.from({ length: metres.length - 1 }, (_, i) => i + 1))
  const order: number[] = []
  while (left.size > 0) {
    const from = metres[order.at(-1) ?? 0]!
    const next = [...left].reduce((best, node) => (from[node]! < from[best]! ? node : best))
    left.delete(next)
    order.push(next)
  }
  return order
}

function inserted(metres: readonly (readonly number[])[]): number[] {
  const left = new Set(Array.from({ length: metres.length - 1 }, (_, i) => i + 1))
  const order: number[] = []
  const inRound = [0]
  while (left.size > 0) {
    const near = (node: number) => Math.min(...inRound.map((other) => metres[other]![node]!))
    const next = [...left].reduce((best, node) => (near(node) < near(best) ? node : best))
    left.delete(next)
    inRound.push(next)
    const costs = Array.from({ length: order.length + 1 }, (_, at) =>
      length([...order.slice(0, at), next, ...order.slice(at)], metres),
    )
    order.splice(costs.indexOf(Math.min(...costs)), 0, next)
  }
  return order
}

function improved(first: readonly number[], metres: readonly (readonly number[])[]): number[] {
  let best = [...first]
  let bestLength = length(best, metres)
  const isShorter = (order: number[]) => {
    const so = length(order, metres)
    // Require more than a rounding error, or the loop might never end.
    if (so >= bestLength - 1e-6) return false
    best = order
    bestLength = so
    return true
  }
  const step = () => {
    for (let i = 0; i < best.length; i++)
      for (let j = i; j < best.length; j++) {
        if (isShorter([...best.slice(0, i), ...best.slice(i, j + 1).reverse(), ...best.slice(j + 1)])) return true
        const [moved, rest] = [best[i]!, best.filter((_, at) => at !== i)]
        if (isShorter([...rest.slice(0, j), moved, ...rest.slice(j)])) return true
      }
    return false
  }
  while (step());
  return best
}
