import { useTranslation } from 'react-i18next'
import { isOpeningOf } from '@/domain/cases/opening-key'
import { useAnswer } from '@/store/answers/use-answer'
import { useCasePanel } from '@/store/cases/case-panel'
import { useCases } from '@/store/cases/use-cases'
import { Button } from '@/ui/controls/Button'

/** Opens a case on a card's subject if one is proposed, or shows the case already opened on it. */
export function CaseButton({ of }: { readonly of: string }) {
  const { t } = useTranslation()
  const { show, open } = useCasePanel()
  const cases = useCases()
  const proposed = useAnswer(async (worker) => worker.caseOpeningOf(of), of)
  const opened = cases?.findLast(
    ({ opened: body, stage }) => stage !== 'withdrawn' && isOpeningOf(body?.from ?? '', of),
  )
  if (!opened && !proposed) return null
  return (
    <Button
      onClick={() => {
        if (opened) show(opened.id, { panel: 'cases' })
        else open(proposed!, { panel: 'cases' })
      }}
    >
      {t(opened ? 'cases.see' : 'cases.open')}
    </Button>
  )
}
