import type { Datum } from '@/domain/geodesy/datum'

/** What is known of a truck besides its positions. */
export interface TruckTold {
  /** The company that its files name; absent if they name none, or were stored before this was read. */
  readonly company?: string
  /**
   * The datum that a person chose where nothing told it, for the last such import; absent if there was none, or if
   * later imports replaced all its positions.
   */
  readonly assumed?: Datum
}

/** By plate. */
export type TrucksTold = ReadonlyMap<string, TruckTold>

/** What is known of a truck from several sources; of two the later counts. */
export function joinTold(all: readonly TruckTold[]): TruckTold {
  const company = all.findLast((each) => each.company !== undefined)?.company
  const assumed = all.findLast((each) => each.assumed !== undefined)?.assumed
  return { ...(company !== undefined && { company }), ...(assumed !== undefined && { assumed }) }
}
