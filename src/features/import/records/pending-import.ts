import type { Fork, Settlement } from '@/ledger/settling'

/** A file with undecided choices about a tablet; none of its records are accepted until all choices are made. */
export interface UndecidedFile {
  readonly file: File
  /** The passphrase that opened it; empty if the file is not sealed. */
  readonly opening: string
  readonly fork: Fork
  /** Number of choices left, including this one; `settled` holds the choices already made for this file. */
  readonly left: number
  readonly settled: readonly Settlement[]
}

/** What remains to do after importing files. */
export interface PendingImport {
  /** Bundles whose passphrase is still needed. */
  readonly sealed: readonly File[]
  readonly forked: readonly UndecidedFile[]
  /** Receipts that can be shown as QR codes, by file name. */
  readonly receipts: ReadonlyMap<string, string>
}

export const NOTHING_OPEN: PendingImport = { sealed: [], forked: [], receipts: new Map() }

/** Choosing a file again creates another File object, so name and size are compared. */
const isSame = (a: File, b: File) => a.name === b.name && a.size === b.size

/** The open tasks after an attempt on `files` that left `left` open; open tasks of other files are kept. */
export function mergePending(before: PendingImport, files: readonly File[], left: PendingImport): PendingImport {
  const others = (file: File) => !files.some((each) => isSame(each, file))
  return {
    sealed: [...before.sealed.filter(others), ...left.sealed],
    forked: [...before.forked.filter(({ file }) => others(file)), ...left.forked],
    receipts: new Map([...before.receipts, ...left.receipts]),
  }
}
