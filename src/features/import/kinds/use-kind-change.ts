import { useState } from 'react'
import type { Kind } from '@/domain/sources/kinds/kind'
import { useImports } from '@/store/imports'
import { useAttempt } from '@/store/page/use-attempt'
import { applyChange } from '@/store/steps/step'
import { datasetWorker } from '@/workers/client'
import type { KindChange } from '@/workspace/write-kinds'

/** Props of every form that changes a kind. */
export interface KindFormProps {
  readonly kind: Kind
}

/** Saves one change of a kind as a version; returns whether the last save succeeded, and its problems if it failed. */
export function useKindChange() {
  const { running, problems, attempt } = useAttempt()
  const [isSaved, setSaved] = useState(false)
  return {
    running,
    problems,
    isSaved,
    async save(change: KindChange, said: { readonly by: string; readonly why: string }, label: string) {
      setSaved(false)
      const done = await attempt(async () => applyChange(datasetWorker().changeKind(change, said, label)))
      await useImports.getState().refresh()
      setSaved(done)
      return done
    },
  }
}
