import { isBelowDetection, numberBelow } from '@/domain/sources/reading/cell'
import { roundHalfEven } from './rounding'
import { DETECTION_LIMIT } from './sample'

/** What a figure below the detection limit counts as: `share` of the limit, in t/(km²·30d). */
export const countedBelowDetection = (share: number): number => roundHalfEven(DETECTION_LIMIT * share, 4)

/**
 * Whether a cell says that a value is below the detection limit: `<0.2`, 未检出. "<" before a larger number says nothing
 * about the value.
 */
export const saysBelowDetection = (cell: string): boolean =>
  isBelowDetection(cell) && (numberBelow(cell) ?? 0) <= DETECTION_LIMIT

/**
 * What a published figure counts as, given its number and the text beside it. Zero with a text that says that it is below
 * the detection limit was never measured: it counts as a share of the limit.
 */
export const publishedValue = (value: number, text: string, share: number): number =>
  value === 0 && saysBelowDetection(text) ? countedBelowDetection(share) : value
