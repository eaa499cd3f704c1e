import { useTranslation } from 'react-i18next'
import type { StateName } from '@/domain/rules/status'
import type { Tally } from '@/domain/rules/tally'
import type { Filters } from '@/domain/sources/view/filters'
import { useChentu } from '@/store/chentu'
import classes from './BoardPanel.module.css'

/** What is not met; and with it what a person has to look at, what is not known yet or still has time. What is fine is no question of this panel. */
const PROBLEMS: readonly StateName[] = ['overdue', 'failing']
const SAID: readonly StateName[] = [...PROBLEMS, 'toVerify', 'unknown', 'due']

interface StandingCountsProps {
  /** What is counted. */
  readonly of: string
  readonly tally: Tally
  /** What a number narrows to beside its standing. */
  readonly only: Partial<Filters>
  /** Says only what is not met. */
  readonly problems?: boolean
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** How a line stands in numbers; those of zero are left out. A number narrows to just what it counts; pressed again it lets go. */
export function StandingCounts({ of, tally, only, problems = false }: StandingCountsProps) {
  const { t } = useTranslation()
  const filters = useChentu((state) => state.view.filters)
  const setView = useChentu((state) => state.setView)
  return (
    <p className={classes.counts}>
      {(problems ? PROBLEMS : SAID)
        .filter((name) => tally[name] > 0)
        .map((name) => {
          const next = { ...filters, ...only, statuses: [name] }
          const pressed = same(next, filters)
          const cleared = Object.fromEntries(Object.keys(only).map((dimension) => [dimension, []]))
          return (
            <button
              key={name}
              type="button"
              data-status={name}
              aria-pressed={pressed}
              title={t('requirement.pressStatus', { title: of, status: t(`status.${name}`) })}
              onClick={() => setView({ filters: pressed ? { ...filters, ...cleared, statuses: [] } : next })}
            >
              {t(`status.${name}`)} <b>{tally[name].toLocaleString('en')}</b>
            </button>
          )
        })}
    </p>
  )
}
