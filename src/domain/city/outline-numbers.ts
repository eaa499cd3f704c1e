import type { Datum, Zone } from '@/domain/geodesy/datum'

/** Meaning of outline coordinates: degrees in a datum, or metres in a 3° zone of CGCS2000. */
export type OutlineReading =
  | { readonly unit: 'degrees'; readonly datum: Datum }
  | { readonly unit: 'metres'; readonly zone: Zone }

/** What the coordinates look like. The last two can't be used: wrong order, and neither degrees nor metres in China. */
export const OUTLINE_NUMBERS = ['degrees', 'metres', 'metres-prefixed', 'swapped', 'elsewhere'] as const
export type OutlineNumbers = (typeof OUTLINE_NUMBERS)[number]
