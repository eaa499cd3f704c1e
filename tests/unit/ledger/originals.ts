import { releasableOriginals, release } from '@/ledger/confirmation'
import type { Ledger } from '@/ledger/ledger'

const sum = ({ photos, voices }: { readonly photos: number; readonly voices: number }) => photos + voices

/** How many originals and spoken notes may be let go. */
export const goingOf = async (ledger: Ledger) => sum((await releasableOriginals(ledger)).going)

/** Lets them go; how many went. */
export const letGo = async (ledger: Ledger, at: string) => sum(await release(ledger, at))
