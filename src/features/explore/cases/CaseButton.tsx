import { useTranslation } from 'react-i18next'
import { isOpeningOf } from '@/domain/cases/opening-key'
import { KnownCases } from '@/features/cases/KnownCases'
import { useAnswer } from '@/store/answers/use-answer'
import { useCasePanel } from '@/store/cases/case-panel'
import { useCases } from '@/store/cases/use-cases'
import { Button } from '@/ui/controls/Button'

/** Opens a case on a card's subject if one is proposed, or shows the cases already opened on it. */
export function CaseButton({ of }: { readonly of: string }) {
  const { t } = useTranslation()
  const { open } = useCasePanel()
  const cases = useCases()
  const proposed = useAnswer(async (worker) => worker.caseOpeningOf(of), of)
  const known = (cases ?? []).filter(
    ({ opened, stage }) => stage !== 'withdrawn' && isOpeningOf(opened?.from ?? '', of),
  )
  if (known.length > 0) return <KnownCases cases={known} />
  return proposed && <Button onClick={() => open(proposed, { panel: 'cases' })}>{t('cases.open')}</Button>
}
