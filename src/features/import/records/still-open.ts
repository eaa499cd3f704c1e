import type { Fork, Settlement } from '@/ledger/settling'

/** A file that waits for a person's choice about a tablet; nothing of it is taken until all of its choices are made. */
export interface Forked {
  readonly file: File
  /** The passphrase that opened it; empty where it is not sealed. */
  readonly opening: string
  readonly fork: Fork
  /** How many choices are left, with this one, and those that were made of this file before. */
  readonly left: number
  readonly settled: readonly Settlement[]
}

/** What taking files in has left to do. */
export interface StillOpen {
  /** Bundles that wait for their passphrase. */
  readonly sealed: readonly File[]
  readonly forked: readonly Forked[]
  /** Receipts that may be shown as QR codes, by file name. */
  readonly receipts: ReadonlyMap<string, string>
}

export const NOTHING_OPEN: StillOpen = { sealed: [], forked: [], receipts: new Map() }

/** A file that is chosen again is another object, so name and size are compared. */
const isSame = (a: File, b: File) => a.name === b.name && a.size === b.size

/** What is open once these files were tried and left `left` open: what other files wait for stays. */
export function afterTrying(before: StillOpen, files: readonly File[], left: StillOpen): StillOpen {
  const others = (file: File) => !files.some((each) => isSame(each, file))
  return {
    sealed: [...before.sealed.filter(others), ...left.sealed],
    forked: [...before.forked.filter(({ file }) => others(file)), ...left.forked],
    receipts: new Map([...before.receipts, ...left.receipts]),
  }
}
