/** What the desk settles by name. An act is kept with its reason, author and time; none is ever deleted or changed. */
export type Act =
  /**
   * A tablet is lost: its id takes nothing beyond what was held then. `since` is the day from which on nobody of the team had it;
   * acts of earlier versions do not say.
   */
  | { readonly type: 'lost'; readonly device: string; readonly upTo: number; readonly since?: string }
  /** It is found again, or was closed by mistake: its id takes records again. */
  | { readonly type: 'reopened'; readonly device: string }
  /** A tablet was set up anew, with a new key: the same team goes on under `by`, and the old id is closed. */
  | { readonly type: 'succeeded'; readonly device: string; readonly upTo: number; readonly by: string }
  /** A device's chain came in two versions: which stands (the hash of its first event) and which hashes are set aside. */
  | {
      readonly type: 'fork'
      readonly device: string
      readonly from: number
      readonly stands: string
      readonly aside: readonly string[]
    }
  | LateAct

/** What a closed id brought later was looked at by a person: taken up to `upTo`, or set aside. It stays closed. */
export interface LateAct {
  readonly type: 'late'
  readonly device: string
  readonly from: number
  readonly upTo: number
  readonly stands: 'taken' | 'aside'
}

/** An act as it is kept; `number` is given by the database, in order. */
export interface KeptAct {
  readonly number?: number
  readonly act: Act
  readonly reason: string
  readonly author: string
  readonly at: string
}

/** Who signs an act, and why. */
export type ActNote = Pick<KeptAct, 'reason' | 'author' | 'at'>

/** Why an id takes nothing more, and what it took last. */
export interface Closed {
  readonly upTo: number
  /** The device that goes on in its place; null where it was lost. */
  readonly by: string | null
  /** The day from which on it was lost, where that was said. */
  readonly since?: string
}

/** The ids that take nothing more. Acts in their order. */
export function closedDevices(acts: readonly Pick<KeptAct, 'act'>[]): ReadonlyMap<string, Closed> {
  const closed = new Map<string, Closed>()
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
