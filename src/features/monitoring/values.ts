import type { Parameter } from '@/domain/monitoring/parameter'

const WHOLE: ReadonlySet<Parameter> = new Set(['tsp', 'pm10', 'pm25', 'humidity', 'wind-direction'])

/** A value in the unit of its parameter, as fine as monitors measure. */
export const valueText = (value: number, parameter: Parameter): string => value.toFixed(WHOLE.has(parameter) ? 0 : 1)

/** By how many times one value is another. */
export const timesText = (factor: number): string => factor.toFixed(1)
