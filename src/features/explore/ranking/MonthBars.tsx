import { useTranslation } from 'react-i18next'
import { addMonths, type Month } from '@/domain/calendar'
import { runsOf } from '@/domain/dustfall/limit-runs'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import { dustfallClass } from '@/layers/dustfall-scale'
import { useChentu } from '@/store/chentu'
import { stepMonth } from '@/store/view/compared-months'
import { limitText } from '@/store/words/limit-text'
import { monthName } from '@/store/words/month-name'
import classes from './MonthStrip.module.css'

interface Props {
  readonly reports: readonly MonthReport[]
  readonly report: MonthReport
  /** The month that it is compared with. */
  readonly other: Month | null
}

const KEYS: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }

/** Up to this many months every third one is labelled; with more months, fewer are. */
const MAX_WITH_QUARTERS = 24

/** More months without data between two that have some are one gap: else years of them would leave no room for bars. */
const MAX_EMPTY = 24

interface Slot {
  readonly month: Month
  readonly report: MonthReport | null
  /** The last month of a gap that has one slot. */
  readonly until?: Month
}

/** All months from the first report to the last, those without data between them too. */
const slotsOf = (reports: readonly MonthReport[]) =>
  reports.flatMap((report, i) => {
    const slots: Slot[] = []
    const first = i === 0 ? report.month : addMonths(reports[i - 1]!.month, 1)
    if (addMonths(first, MAX_EMPTY) < report.month)
      return [
        { month: first, until: addMonths(report.month, -1), report: null },
        { month: report.month, report },
      ]
    for (let month = first; month < report.month; month = addMonths(month, 1)) slots.push({ month, report: null })
    return [...slots, { month: report.month, report }]
  })

/**
 * The months as bars of the city's mean with the limit drawn in, so that the user sees the year while choosing a month.
 */
export function MonthBars({ reports, report, other }: Props) {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  const name = (month: string) => monthName(t, month)
  // One scale for all months.
  const slots = slotsOf(reports)
  // A month without data continues the limit of the one before it.
  const limits = slots.map(
    ({ month }) => reports.findLast((each) => each.month <= month)?.dustfallLimit ?? report.dustfallLimit,
  )
  const top = Math.max(...limits, ...reports.map(({ city }) => city.mean ?? 0)) * 1.1
  function step(event: React.KeyboardEvent) {
    const by = KEYS[event.key]
    const next = by && stepMonth(reports, report.month, by, other)
    if (!next) return
    event.preventDefault()
    setView({ month: next })
    event.currentTarget.querySelector<HTMLElement>(`[data-month="${next}"]`)?.focus()
  }
  // At most eight months have labels; the stylesheet hides half of them where the bars are narrow, and another quarter where they are narrower.
  const apart = 3 * Math.ceil(slots.length / MAX_WITH_QUARTERS)
  const everyOf = (i: number) => {
    const back = slots.length - 1 - i
    return [4, 2, 1].find((times) => back % (times * apart) === 0) ?? 0
  }
  // When two months are compared, only these are labelled, so that no other label is in the way.
  const isNamed = (month: Month, i: number) =>
    other === null ? everyOf(i) > 0 : month === other || month === report.month
  // Bars next to each other are narrower than their labels, so the labels are moved apart.
  const goesOf = (month: Month) =>
    other === null ? undefined : month < other || month < report.month ? 'left' : 'right'
  return (
    <div className={classes.bars} role="radiogroup" aria-label={t('months.label')} onKeyDown={step}>
      {slots.map(({ month, until, report: of }, i) => {
        const label = until === undefined && isNamed(month, i) && (
          <small data-goes={goesOf(month)} data-every={other === null ? everyOf(i) : undefined}>
            {month.slice(2)}
          </small>
        )
        if (of === null)
          return (
            <i
              key={month}
              role="presentation"
              data-gap={until !== undefined}
              title={
                until === undefined
                  ? t('months.none', { month: name(month) })
                  : t('months.noneUntil', { from: name(month), until: name(until) })
              }
            >
              {label}
            </i>
          )
        const { city, dustfallLimit } = of
        const value = city.mean ?? 0
        const bar = t('months.bar', { month: name(month), value: tenth(city.mean) })
        const said = month === other ? t('compare.bar', { bar }) : bar
        return (
          // biome-ignore lint/a11y/useSemanticElements: each radio is a bar whose height shows the value
          <button
            key={month}
            type="button"
            role="radio"
            aria-checked={month === report.month}
            data-month={month}
            data-other={month === other}
            tabIndex={month === report.month ? 0 : -1}
            aria-label={said}
            title={said}
            onClick={() => setView({ month })}
          >
            <span
              style={{
                height: `${(value / top) * 100}%`,
                backgroundColor: `var(--dustfall-${dustfallClass(value, dustfallLimit)})`,
              }}
            />
            {label}
          </button>
        )
      })}
      {runsOf(limits).map(({ value, from, to }) => (
        <div
          key={from}
          className={classes.limit}
          data-last={to === slots.length - 1}
          style={{
            bottom: `calc(16px + (100% - 16px) * ${value / top})`,
            left: `${(from / slots.length) * 100}%`,
            width: `${((to + 1 - from) / slots.length) * 100}%`,
          }}
        >
          <b title={limitText(t, ...slots.slice(from, to + 1).flatMap((slot) => slot.report ?? []))}>{value}</b>
        </div>
      ))}
    </div>
  )
}
