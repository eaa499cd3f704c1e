/** What the desk settles by name. An act is kept with its reason, author and time; none is ever deleted or changed. */
export type Act =
  /** A tablet is lost: its id takes nothing beyond what was held then. */
  | { readonly type: 'lost'; readonly device: string; readonly upTo: number }
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
}

/** The ids that take nothing more. Acts in their order. */
export function closedDevices(acts: readonly KeptAct[]): ReadonlyMap<string, Closed> {
  const closed = new Map<string, Closed>()
  for (const { act } of acts) {
    if (act.type === 'lost') closed.set(act.device, { upTo: act.upTo, by: null })
    if (act.type === 'succeeded') closed.set(act.device, { upTo: act.upTo, by: act.by })
    if (act.type === 'reopened') closed.delete(act.device)
  }
  return closed
}
