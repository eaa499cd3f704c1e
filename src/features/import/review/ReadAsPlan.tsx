import { useTranslation } from 'react-i18next'
import { useReadPlan } from '@/features/import/plan/use-read-plan'
import { useImports } from '@/store/imports'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'

/** Hands a plan that came among data files to the reader of plans, and takes it off the list. */
export function ReadAsPlan({ id }: { readonly id: number }) {
  const { t } = useTranslation()
  const source = useImports(({ sources }) => sources.get(id))
  const remove = useImports((state) => state.remove)
  const { running, problems, question, read } = useReadPlan(() => remove(id))
  return (
    <>
      <Button weight="primary" disabled={running} onClick={() => source && read(source)}>
        {t('data.readAsPlan')}
      </Button>
      <Refused problems={problems} />
      {question}
    </>
  )
}
