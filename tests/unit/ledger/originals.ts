import { releasableOriginals, releaseOriginals } from '@/ledger/confirmation'
import type { Ledger } from '@/ledger/ledger'

const sum = ({ photos, voices }: { readonly photos: number; readonly voices: number }) => photos + voices

/** The number of originals and spoken notes that can be released. */
export const releasableCount = async (ledger: Ledger) => sum((await releasableOriginals(ledger)).going)

/** Releases them; returns how many. */
export const releaseCount = async (ledger: Ledger, at: string) => sum(await releaseOriginals(ledger, at))
