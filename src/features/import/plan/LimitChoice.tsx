import { useTranslation } from 'react-i18next'
import { usePlanDesk } from '@/store/plan'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import classes from './PlanReview.module.css'

interface Props {
  /** What the plan allows for, and what the ranking is held against until now; t/(km²·30 d). */
  readonly value: number
  readonly before: number
  readonly year: number
}

/** Asks whether the dustfall limit becomes that of the plan; nothing is chosen before somebody has. */
export function LimitChoice({ value, before, year }: Props) {
  const { t } = useTranslation()
  const choice = usePlanDesk((state) => state.limitChoice)
  const chooseLimit = usePlanDesk((state) => state.chooseLimit)
  const chosen = choice?.value === value ? choice.isTaken : null
  const label = t('planReader.limitLabel')
  return (
    <div className={classes.limit}>
      <p>{t('planReader.limit', { value, before, year: String(year), last: String(year - 1) })}</p>
      <SegmentedControl
        label={label}
        value={chosen === null ? '' : chosen ? 'new' : 'old'}
        options={[
          { value: 'new', label: t('planReader.limitNew', { value, year: String(year) }) },
          { value: 'old', label: t('planReader.limitOld', { before }) },
        ]}
        onChange={(next) => chooseLimit({ value, isTaken: next === 'new' })}
      />
    </div>
  )
}
