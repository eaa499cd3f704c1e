import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '@/domain/problem'
import { useChentu } from '@/store/chentu'
import { useAttempt } from '@/store/page/use-attempt'
import { usePlanDesk } from '@/store/plan'
import { keptReviewOf } from '@/store/plan/kept-review'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'

interface ReadPlan {
  readonly running: boolean
  readonly problems: readonly Problem[]
  /**
   * Dialog that asks whether a document replaces the saved review; null if there is nothing to
   * ask. The caller renders it.
   */
  readonly question: ReactNode
  /** Reads a document as a plan: at once, or, if it would replace a saved review, after the user agrees. */
  read(file: File): void
}

/** For components that pass a document to the plan reader; `onRead` is called once it is read. */
export function useReadPlan(onRead?: () => void): ReadPlan {
  const { t } = useTranslation()
  const dataset = useChentu((state) => state.opened?.dataset)
  const { running, problems, attempt } = useAttempt()
  const [asked, setAsked] = useState<{ readonly file: File; readonly kept: string } | null>(null)

  async function take(file: File) {
    setAsked(null)
    const isRead = await attempt(async () => (dataset ? usePlanDesk.getState().read(file, dataset) : []))
    if (isRead) onRead?.()
  }

  function read(file: File) {
    const kept = dataset ? keptReviewOf(dataset) : null
    if (kept) setAsked({ file, kept: kept.file })
    else void take(file)
  }

  const question = asked && (
    <Dialog
      title={t('planReader.replaceReview')}
      closeLabel={t('planReader.keep')}
      onClose={() => setAsked(null)}
      actions={
        <Button weight="primary" onClick={() => void take(asked.file)}>
          {t('planReader.replaceNow')}
        </Button>
      }
    >
      <p>{t('planReader.replaceAsk', { kept: asked.kept, file: asked.file.name })}</p>
    </Dialog>
  )
  return { running, problems, question, read }
}
