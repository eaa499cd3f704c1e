import { useTranslation } from 'react-i18next'
import { useReadPlan } from '@/features/import/plan/use-read-plan'
import { useImports } from '@/store/imports'
import { useAttempt } from '@/store/page/use-attempt'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'
import classes from './PlanAmongData.module.css'

/**
 * A plan document among data files: the user passes it to the plan reader, which takes it off the list, or has its
 * tables read as data, such as the list of sources in an appendix of a company's own plan.
 */
export function PlanAmongData({ id }: { readonly id: number }) {
  const { t } = useTranslation()
  const source = useImports(({ sources }) => sources.get(id))
  const remove = useImports((state) => state.remove)
  const readAsData = useImports((state) => state.readAsData)
  const data = useAttempt()
  const { running: isReading } = data
  const { running, problems, question, read } = useReadPlan(() => remove(id))
  return (
    <>
      <div className={classes.buttons}>
        <Button weight="primary" disabled={running || isReading} onClick={() => source && read(source)}>
          {t('data.readAsPlan')}
        </Button>
        <Button disabled={running || isReading} onClick={() => void data.attempt(() => readAsData(id))}>
          {t('data.readAsData')}
        </Button>
      </div>
      <Refused problems={problems} />
      <Refused problems={data.problems} />
      {question}
    </>
  )
}
