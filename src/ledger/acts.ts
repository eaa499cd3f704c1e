/**
 * Decisions that the desk makes about tablets and their records. Each is kept with its reason, author and time; none is
 * ever deleted or changed.
 */
export type Act =
  /**
   * A tablet is lost: events beyond `upTo`, its last number held at that time, are not accepted. `since` is the day
   * from which nobody of the team had the tablet; acts of earlier versions lack it.
   */
  | { readonly type: 'lost'; readonly device: string; readonly upTo: number; readonly since?: string }
  /** The tablet was found again, or was closed by mistake: its id is accepted again. */
  | { readonly type: 'reopened'; readonly device: string }
  /** The tablet was set up again with a new key: the team continues under the id `by`, and the old id is closed. */
  | { readonly type: 'succeeded'; readonly device: string; readonly upTo: number; readonly by: string }
  /**
   * A device's chain arrived in two versions: which one stands (hash of its first event) and which hashes are set
   * aside.
   */
  | {
      readonly type: 'fork'
      readonly device: string
      readonly from: number
      readonly stands: string
      readonly aside: readonly string[]
    }
  | LateAct

/**
 * Records that a closed id brought later, after a person reviewed them: accepted up to `upTo`, or set aside. The id
 * stays closed.
 */
export interface LateAct {
  readonly type: 'late'
  readonly device: string
  readonly from: number
  readonly upTo: number
  readonly stands: 'taken' | 'aside'
}

/** An act as stored; `number` is assigned by the database, in order. */
export interface StoredAct {
  readonly number?: number
  readonly act: Act
  readonly reason: string
  readonly author: string
  readonly at: string
}

/** Author, reason and time of an act. */
export type ActNote = Pick<StoredAct, 'reason' | 'author' | 'at'>

/** Why an id accepts nothing more, and the last number it accepted. */
export interface ClosedDevice {
  readonly upTo: number
  /** The device that continues in its place; null if the device was lost. */
  readonly by: string | null
  /** Day from which it was lost, if stated. */
  readonly since?: string
}

/** Ids that accept nothing more. Acts must be in order. */
export function closedDevices(acts: readonly Pick<StoredAct, 'act'>[]): ReadonlyMap<string, ClosedDevice> {
  const closed = new Map<string, ClosedDevice>()
  for (const { act } of acts) {
    if (act.type === 'lost')
      closed.set(act.device, { upTo: act.upTo, by: null, ...(act.since && { since: act.since }) })
    if (act.type === 'succeeded') closed.set(act.device, { upTo: act.upTo, by: act.by })
    const before = closed.get(act.device)
    if (act.type === 'late' && act.stands === 'taken' && before) closed.set(act.device, { ...before, upTo: act.upTo })
    if (act.type === 'reopened') closed.delete(act.device)
  }
  return closed
}
