import { useTranslation } from 'react-i18next'
import type { LimitBegin } from '@/domain/plan/limit-of-plan'
import { usePlanDesk } from '@/store/plan'
import { monthName } from '@/store/words/month-name'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import classes from './PlanReview.module.css'

interface Props {
  /** What the plan allows for, and what the ranking is held against until now; t/(km²·30 d). */
  readonly value: number
  readonly before: number
  readonly begins: readonly LimitBegin[]
  /** The month from which on it holds, or {@link STAYS}; null before somebody has said. */
  readonly chosen: string | null
}

/** The limit stays what it is. */
export const STAYS = 'stays'

/** Asks whether the dustfall limit becomes that of the plan, and from which month on; nothing is chosen before somebody has. */
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
          { value: STAYS, label: t('planReader.limitOld', { before }) },
        ]}
        onChange={(next) =>
          chooseLimit(next === STAYS ? { value, isTaken: false } : { value, isTaken: true, from: next })
        }
      />
    </div>
  )
}
