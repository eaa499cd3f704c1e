import { useTranslation } from 'react-i18next'
import { PlanIntake } from '@/features/import/plan/PlanIntake'
import { PlanReview } from '@/features/import/plan/PlanReview'
import { usePlanDesk } from '@/store/plan'
import classes from './StepParts.module.css'

/** Reads the plan of the new city with the plan reader. */
export function PlanStep() {
  const { t } = useTranslation()
  const hasPlan = usePlanDesk(({ proposal }) => proposal !== null)
  return (
    <div className={classes.whole}>
      <div className={classes.form}>
        <p>{t('city.plan.help')}</p>
        <PlanIntake />
      </div>
      {hasPlan && <PlanReview />}
    </div>
  )
}
