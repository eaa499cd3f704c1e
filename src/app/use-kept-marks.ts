import { useEffect } from 'react'
import { useChentu } from '@/store/chentu'
import { lookForGone, markKept } from '@/store/device/kept-marks'
import { useImports } from '@/store/imports'
import { useLedger } from '@/store/ledger'
import { sayFailure } from '@/store/page/failure'

let looking: Promise<void> | null = null

/** Says at the start what the browser has cleared of what was kept here, and marks from then on what is kept. */
export function useKeptMarks(): void {
  const started = useChentu((state) => state.phase !== 'loading')
  const loaded = useChentu((state) => state.loaded)
  // Steps on the package, and months that were kept or removed, end in a new list.
  const versions = useImports((state) => state.versions)
  const events = useLedger((state) => state.events)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them says that something may have been kept
  useEffect(() => {
    if (!started) return
    looking ??= lookForGone()
    looking.then(markKept).catch(sayFailure)
  }, [started, loaded, versions, events])
}
