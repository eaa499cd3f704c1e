import { useEffect } from 'react'
import { useChentu } from '@/store/chentu'
import { checkForLostData, markStoredData } from '@/store/device/stored-data-marks'
import { useImports } from '@/store/imports'
import { useLedger } from '@/store/ledger'
import { reportFailure } from '@/store/page/failure'

let looking: Promise<void> | null = null

/** Reports at the start which stored data the browser has cleared, and from then on marks what is stored. */
export function useStoredDataCheck(): void {
  const started = useChentu((state) => state.phase !== 'loading')
  const loaded = useChentu((state) => state.loaded)
  // Changes of the package, and months that were stored or removed, produce a new list.
  const versions = useImports((state) => state.versions)
  const events = useLedger((state) => state.events)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of any of them means that something may have been stored
  useEffect(() => {
    if (!started) return
    looking ??= checkForLostData()
    looking.then(markStoredData).catch(reportFailure)
  }, [started, loaded, versions, events])
}
