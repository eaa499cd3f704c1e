import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { formatDay, parseDay } from '@/domain/calendar'
import { useChentu, useOpened } from '@/store/chentu'
import { Button } from '@/ui/controls/Button'
import classes from './DeadlineLine.module.css'

/** Timeline of the plan's deadlines. A tap sets the as-of date to the day after, when unfinished work is overdue. */
export function DeadlineLine() {
  const { t, i18n } = useTranslation()
  const { dataset, evaluation } = useOpened()
  const setView = useChentu((state) => state.setView)
  const year = dataset.settings.year
  const days = new Map<string, string[]>()
  for (const { number, deadlines } of dataset.clauses) {
    for (const { day, what } of deadlines) {
      if (!day.startsWith(String(year))) continue
      const said = `${t('plan.clause', { number })} ${inLanguage(what, i18n.language)}`
      days.set(day, [...(days.get(day) ?? []), said])
    }
  }
  if (days.size === 0) return null
  const first = parseDay(`${year}-01-01`)
  const place = (day: string) => (parseDay(day) - first) / 365
  const now = Math.min(1, Math.max(0, place(evaluation.asOf)))
  const passed = [...days.keys()].sort().findLast((day) => day < evaluation.asOf)
  return (
    <section className={classes.deadlines} aria-label={t('board.deadlines')}>
      <svg viewBox="0 0 1000 26" preserveAspectRatio="none" aria-hidden="true">
        <line x1="0" x2="1000" y1="18" y2="18" />
        <rect className={classes.passed} x="0" y="15" width={1000 * now} height="6" />
        {[...days.keys()].map((day) => (
          <rect key={day} className={classes.mark} x={1000 * place(day) - 3} y="10" width="6" height="16" />
        ))}
        <path className={classes.now} d={`M${1000 * now - 12} 0 h24 l-12 14 z`} />
      </svg>
      <ol>
        {[...days].sort().map(([day, said]) => (
          <li key={day}>
            <Button
              data-passed={day < evaluation.asOf}
              title={said.join('\n')}
              onClick={() => setView({ asOf: formatDay(parseDay(day) + 1) })}
            >
              {t('board.day', { month: Number(day.slice(5, 7)), day: Number(day.slice(8)) })}
              <small>{said.length}</small>
            </Button>
          </li>
        ))}
      </ol>
      <p className="quiet">{t('board.asOf', { day: evaluation.asOf })}</p>
      {passed !== undefined && (
        <details>
          <summary>{t('board.passed', { day: passed })}</summary>
          <ul>
            {days.get(passed)!.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
