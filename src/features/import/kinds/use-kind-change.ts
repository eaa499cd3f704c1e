import { useState } from 'react'
import type { Kind } from '@/domain/sources/kinds/kind'
import { useImports } from '@/store/imports'
import { useAttempt } from '@/store/page/use-attempt'
import { takeStep } from '@/store/steps/step'
import { datasetWorker } from '@/workers/client'
import type { KindChange } from '@/workspace/write-kinds'

/** What a form of a kind is given. */
export interface KindFormProps {
  readonly kind: Kind
}

/** Saves one change of a kind as a version; whether that was done last, and why it was not. */
export function useKindChange() {
  const { running, problems, attempt } = useAttempt()
  const [isSaved, setSaved] = useState(false)
  return {
    running,
    problems,
    isSaved,
    async save(change: KindChange, said: { readonly by: string; readonly why: string }, label: string) {
      setSaved(false)
      const done = await attempt(async () => takeStep(datasetWorker().changeKind(change, said, label)))
      await useImports.getState().refresh()
      setSaved(done)
      return done
    },
  }
}
