import { useTranslation } from 'react-i18next'
import type { Dataset } from '@/questions/dataset'
import { useOpened } from '@/store/chentu'
import { planKey, usePreferences } from '@/store/device/preferences'
import panel from '@/ui/panel.module.css'
import classes from './PlanPanel.module.css'

/** A plan of a package: which of those before the one in force, the newest first; null for that itself. */
export type PlanPlace = number | null

/** What wording of a plan of a package is kept under on this device. */
export function wordingKey({ name, settings, earlierPlans }: Dataset, place: PlanPlace): string {
  const { year, plan } = (place === null ? undefined : earlierPlans[place]) ?? settings
  return planKey(name, { year, number: plan?.number ?? '' })
}

/** The official wording of a clause, where the office has added the document of its plan. */
export function ClauseWording({ clause, of }: { readonly clause: number; readonly of: PlanPlace }) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const { earlierPlans } = dataset
  // What earlier versions kept by package alone is that of its first plan.
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
