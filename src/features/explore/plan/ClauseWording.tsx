import { useTranslation } from 'react-i18next'
import type { Dataset } from '@/questions/dataset'
import { useOpened } from '@/store/chentu'
import { planKey, usePreferences } from '@/store/device/preferences'
import panel from '@/ui/panel.module.css'
import classes from './PlanPanel.module.css'

/** A plan of the package: index among the earlier plans, newest first; null for the one in force. */
export type PlanPlace = number | null

/** Key under which the wording of a plan is stored on this device. */
export function wordingKey({ name, settings, earlierPlans }: Dataset, place: PlanPlace): string {
  const { year, plan } = (place === null ? undefined : earlierPlans[place]) ?? settings
  return planKey(name, { year, number: plan?.number ?? '' })
}

/** The official wording of a clause, if the office has added the plan's document. */
export function ClauseWording({ clause, of }: { readonly clause: number; readonly of: PlanPlace }) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const { earlierPlans } = dataset
  // Earlier app versions stored the wording by package only; it is that of the package's first plan.
  const isFirst = of === null ? earlierPlans.length === 0 : of === earlierPlans.length - 1
  const words = usePreferences(
    ({ wording }) => (wording[wordingKey(dataset, of)] ?? (isFirst ? wording[dataset.name] : undefined))?.[clause],
  )
  if (!words) return null
  return (
    <>
      <p className={panel.heading}>{t('plan.wording')}</p>
      <p className={classes.wording}>{words}</p>
    </>
  )
}
