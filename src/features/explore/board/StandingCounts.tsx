import { useTranslation } from 'react-i18next'
import type { StateName } from '@/domain/rules/status'
import type { Tally } from '@/domain/rules/tally'
import type { Filters } from '@/domain/sources/view/filters'
import { useChentu } from '@/store/chentu'
import classes from './BoardPanel.module.css'

/**
 * Statuses that are shown: failed ones; and also those to verify, unknown or due later. The panel leaves out fine ones.
 */
const PROBLEMS: readonly StateName[] = ['overdue', 'failing']
const SAID: readonly StateName[] = [...PROBLEMS, 'toVerify', 'unknown', 'due']

interface StandingCountsProps {
  /** Name of what is counted. */
  readonly of: string
  readonly tally: Tally
  /** Filter that a number applies in addition to its status. */
  readonly only: Partial<Filters>
  /** Shows only overdue and failing. */
  readonly problems?: boolean
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * The counts of a line by status, without zeros. Pressing a number filters by what it counts; a second press removes
 * the filter.
 */
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
