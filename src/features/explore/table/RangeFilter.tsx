import { useTranslation } from 'react-i18next'
import { formatDay, parseDay } from '@/domain/calendar'
import type { ColumnTest } from '@/domain/sources/view/column-test'
import type { ColumnFacts } from '@/questions/table/column-facts'
import { DatePicker } from '@/ui/controls/DatePicker'
import classes from './ColumnFilter.module.css'

interface Props {
  readonly facts: Extract<ColumnFacts, { type: 'range' }>
  readonly name: string
  readonly test: ColumnTest | undefined
  put(test: ColumnTest | null): void
}

/** A range filter for numbers or days, below a histogram of the column. */
export function RangeFilter({ facts, name, test, put }: Props) {
  const { t } = useTranslation()
  const range = test && 'from' in test ? test : { column: name, from: null, to: null }
  const shown = (value: number | null) => (value === null ? '' : facts.day ? formatDay(value) : String(value))
  const read = (text: string) => (text === '' ? null : facts.day ? parseDay(text) : Number(text))
  const change = (end: 'from' | 'to', text: string) => {
    const next = { ...range, [end]: read(text) }
    // A range without ends removes the filter.
    put(next.from === null && next.to === null ? null : next)
  }
  const highest = Math.max(1, ...facts.bins)
  return (
    <>
      {facts.most >= facts.least && (
        <>
          <svg
            className={classes.histogram}
            viewBox={`0 0 ${facts.bins.length} 1`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {facts.bins.map((count, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: bins are identified by position
              <rect key={i} x={i + 0.1} width="0.8" y={1 - count / highest} height={count / highest} />
            ))}
          </svg>
          <p className={classes.ends}>
            <span>{shown(facts.least)}</span>
            <span>{shown(facts.most)}</span>
          </p>
        </>
      )}
      {(['from', 'to'] as const).map((end) =>
        facts.day ? (
          <DatePicker
            key={end}
            label={t(`table.${end}`)}
            value={shown(range[end])}
            clearable
            onChange={(day) => change(end, day)}
          />
        ) : (
          <label key={end} className={classes.line}>
            <span>{t(`table.${end}`)}</span>
            <input
              type="number"
              step="any"
              value={shown(range[end])}
              onChange={(event) => change(end, event.target.value)}
            />
          </label>
        ),
      )}
    </>
  )
}
