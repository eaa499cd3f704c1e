import type { StoredVoice } from '@/ledger/ledger-database'
import { useOutcome } from '@/store/answers/use-promise'
import { ledger } from './index'

/**
 * The sound of a spoken note; null while it is read, and if it was deleted or never arrived (`isWaiting` tells which).
 */
export function useVoice(hash: string): { readonly sound: Blob | null; readonly isWaiting: boolean } {
  const { found } = useOutcome(
    async (): Promise<{ readonly voice: StoredVoice | null }> => ({ voice: await ledger().voice(hash) }),
    hash,
  )
  return { sound: found?.voice?.sound ?? null, isWaiting: !found }
}
