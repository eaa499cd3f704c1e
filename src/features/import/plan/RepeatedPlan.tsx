import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { samePlanBy } from '@/domain/plan/same-plan'
import { useOpened } from '@/store/chentu'
import { usePlanDesk } from '@/store/plan'
import { matchWithPlanInForce } from '@/store/plan/in-force'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import classes from './PlanReview.module.css'

/**
 * Reports that this plan is already in force or kept as an earlier plan. If one is in force,
 * asks whether to replace it.
 */
export function RepeatedPlan() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const name = usePlanDesk((state) => state.name)
  const repeat = usePlanDesk((state) => state.repeat)
  const chooseRepeat = usePlanDesk((state) => state.chooseRepeat)
  const { year, plan } = dataset.settings
  const inForce = matchWithPlanInForce(dataset, name)
  const kept = dataset.earlierPlans.find((each) =>
    samePlanBy({ number: each.plan?.number ?? '', year: each.year }, name),
  )
  if (inForce && plan)
    return (
      <div className={classes.limit}>
        <p className={classes.another}>
          {t(inForce === 'number' ? 'planReader.inForceAlready' : 'planReader.yearInForce', {
            title: inLanguage(plan, i18n.language),
            year: String(year),
          })}
        </p>
        <SegmentedControl
          label={t('planReader.repeatLabel')}
          value={repeat ?? ''}
          options={[
            { value: 'replace', label: t('planReader.replace') },
            { value: 'beside', label: t('planReader.beside') },
          ]}
          onChange={(chosen) => chooseRepeat(chosen === 'replace' ? 'replace' : 'beside')}
        />
      </div>
    )
  if (!kept) return null
  const title = kept.plan ? inLanguage(kept.plan, i18n.language) : t('plan.earlier', { year: String(kept.year) })
  return <p className={classes.another}>{t('planReader.keptAlready', { title, year: String(kept.year) })}</p>
}
