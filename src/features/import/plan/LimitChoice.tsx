import { useTranslation } from 'react-i18next'
import type { LimitStart } from '@/domain/plan/limit-of-plan'
import { usePlanDesk } from '@/store/plan'
import { monthName } from '@/store/words/month-name'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import classes from './PlanReview.module.css'

interface Props {
  /** The plan's limit, and the limit used in the ranking until now; t/(km²·30 d). */
  readonly value: number
  readonly before: number
  readonly begins: readonly LimitStart[]
  /** The month from which the new limit applies, or {@link KEEP_LIMIT}; null until the user chooses. */
  readonly chosen: string | null
}

/** The choice to keep the current limit. */
export const KEEP_LIMIT = 'stays'

/** Asks whether the plan's dustfall limit replaces the current one, and from which month on; nothing is preselected. */
export function LimitChoice({ value, before, begins, chosen }: Props) {
  const { t } = useTranslation()
  const chooseLimit = usePlanDesk((state) => state.chooseLimit)
  const isSaid = begins.some(({ why }) => why === 'words')
  return (
    <div className={classes.limit}>
      <p>
        {t('planReader.limit', { value, before })} {t(isSaid ? 'planReader.limitSaid' : 'planReader.limitNotSaid')}
      </p>
      <SegmentedControl
        label={t('planReader.limitLabel')}
        value={chosen ?? ''}
        options={[
          ...begins.map(({ month, why }) => ({
            value: month,
            label: t(`planReader.limitFrom.${why}`, { value, month: monthName(t, month) }),
          })),
          { value: KEEP_LIMIT, label: t('planReader.limitOld', { before }) },
        ]}
        onChange={(next) =>
          chooseLimit(next === KEEP_LIMIT ? { value, isTaken: false } : { value, isTaken: true, from: next })
        }
      />
    </div>
  )
}
