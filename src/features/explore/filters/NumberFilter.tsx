import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OVERDUE_DAYS } from '@/domain/sources/kinds/reserved'
import type { NumberSpread } from '@/questions/number-spreads'
import { RangeSlider } from '@/ui/controls/RangeSlider'
import { brushScale, handlesOf, rangeOf } from './brush-scale'
import classes from './NumberFilter.module.css'
import { useColumnTest } from './use-column-test'

/** A hand that rests so long has chosen. */
const REST_MS = 200

interface Props {
  readonly spread: NumberSpread
  readonly name: string
}

/** How the numbers of a column are spread, and a range of them that is brushed or typed. */
export function NumberFilter({ spread, name }: Props) {
  const { t } = useTranslation()
  const { column, least, most, bars, width, whole, absent } = spread
  const { test, put } = useColumnTest(column)
  const range = test && 'from' in test ? test : { from: null, to: null }
  const scale = brushScale(spread)
  const [moving, setMoving] = useState<readonly [number, number] | null>(null)
  const waiting = useRef<(() => void) | null>(null)
  const handles = moving ?? handlesOf(scale, range)

  const narrow = (next: { readonly from: number | null; readonly to: number | null } | null) => {
    setMoving(null)
    put(next && { column, ...next })
  }
  // Each narrowing is asked of the worker, so the sources follow when the hand rests.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a move begins the wait anew, nothing else does
  useEffect(() => {
    waiting.current = moving && (() => narrow(rangeOf(scale, moving)))
    if (!moving) return
    const timer = setTimeout(() => waiting.current?.(), REST_MS)
    return () => clearTimeout(timer)
  }, [moving])
  // A panel that is closed before the hand has rested takes nothing back.
  useEffect(() => () => waiting.current?.(), [])

  const highest = Math.max(1, ...bars)
  // Whole numbers stand in the middle of their bar, so that the line begins and ends half of one within.
  const margin = whole ? 0.5 : 0
  const [start, length] = [least - margin, Math.max(most - least + 2 * margin, width)]
  const share = (at: number) => `${(100 * (at - start)) / length}%`
  const drawn = (chosen: boolean) => (
    <svg
      viewBox={`0 0 ${length / width} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
      data-chosen={chosen}
      style={
        chosen
          ? {
              clipPath: `inset(0 calc(100% - ${share(handles[1] + margin)}) 0 ${share(handles[0] - margin)})`,
            }
          : undefined
      }
    >
      {bars.map((count, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
        <rect key={i} x={i + 0.06} width="0.88" y={1 - count / highest} height={count / highest} />
      ))}
    </svg>
  )
  return (
    <fieldset className={classes.filter} aria-label={name}>
      <div className={classes.spread}>
        <div className={classes.bars}>
          {drawn(false)}
          {drawn(true)}
        </div>
        <div style={{ marginInline: `${(100 * margin) / length}%` }}>
          <RangeSlider
            {...scale}
            value={handles}
            label={name}
            labels={[t('numbers.least', { column: name }), t('numbers.most', { column: name })]}
            onChange={setMoving}
          />
        </div>
      </div>
      <div className={classes.typed}>
        <TypedEnd
          label={t('numbers.least', { column: name })}
          value={range.from}
          open={least}
          onType={(from) => narrow(ordered(from, range.to))}
        />
        <span aria-hidden="true">{'–'}</span>
        <TypedEnd
          label={t('numbers.most', { column: name })}
          value={range.to}
          open={most}
          onType={(to) => narrow(ordered(range.from, to))}
        />
        {column !== OVERDUE_DAYS && absent > 0 && <small>{t('numbers.absent', { count: absent })}</small>}
      </div>
    </fieldset>
  )
}

/** A range whose ends were typed in the wrong order is meant the other way round. */
function ordered(from: number | null, to: number | null) {
  if (from === null && to === null) return null
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }
}

interface TypedEndProps {
  readonly label: string
  readonly value: number | null
  /** Where the numbers end, which an empty field stands for. */
  readonly open: number
  onType(value: number | null): void
}

/** An end of a range in digits; it counts once it is left, or at Enter. */
function TypedEnd({ label, value, open, onType }: TypedEndProps) {
  const [typed, setTyped] = useState<string | null>(null)
  function take() {
    if (typed === null) return
    setTyped(null)
    const next = typed.trim() === '' ? null : Number(typed)
    if (next === null || Number.isFinite(next)) onType(next)
  }
  return (
    <input
      type="number"
      step="any"
      aria-label={label}
      placeholder={String(open)}
      value={typed ?? value ?? ''}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  )
}
