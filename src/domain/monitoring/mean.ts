import type { Parameter } from './parameter'

const RADIANS = Math.PI / 180
const CIRCLE = 360

/**
 * How the mean of a parameter is computed: each value becomes one or two numbers, and the means of these give the mean.
 */
export interface Averaging {
  readonly first: (value: number) => number
  /** Zero if one number is enough. */
  readonly second: (value: number) => number
  readonly mean: (first: number, second: number) => number
}

const nothing = () => 0
const PLAIN: Averaging = { first: (value) => value, second: nothing, mean: (value) => value }
const ENERGY: Averaging = {
  first: (level) => 10 ** (level / 10),
  second: nothing,
  mean: (energy) => 10 * Math.log10(energy),
}
const VECTOR: Averaging = {
  first: (at) => Math.sin(at * RADIANS),
  second: (at) => Math.cos(at * RADIANS),
  mean: (east, north) =>
    Math.hypot(east, north) < 1e-9 ? Number.NaN : (Math.atan2(east, north) / RADIANS + CIRCLE) % CIRCLE,
}

/**
 * How a parameter is averaged: sound levels by their energy (Leq), directions as unit vectors, all others
 * arithmetically.
 */
export const averagingOf = (parameter: Parameter): Averaging =>
  parameter === 'noise' ? ENERGY : parameter === 'wind-direction' ? VECTOR : PLAIN

/** Whether values of a parameter are levels (dB), which are compared by their difference: their ratio means nothing. */
export const isLevel = (parameter: Parameter): boolean => averagingOf(parameter) === ENERGY

/** The mean of values of a parameter. NaN if there are none, or if directions cancel out. */
export function meanOf(parameter: Parameter, values: readonly number[]): number {
  if (values.length === 0) return Number.NaN
  const { first, second, mean } = averagingOf(parameter)
  const of = (part: (value: number) => number) => values.reduce((sum, value) => sum + part(value), 0) / values.length
  return mean(of(first), of(second))
}
