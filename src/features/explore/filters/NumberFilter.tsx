import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OVERDUE_DAYS } from '@/domain/sources/kinds/reserved'
import type { NumberSpread } from '@/questions/shown/number-spreads'
import { RangeSlider } from '@/ui/controls/RangeSlider'
import { brushScale, handlesOf, rangeOf } from './brush-scale'
import classes from './NumberFilter.module.css'
import { useColumnTest } from './use-column-test'

/** Debounce: the range applies when the slider has rested this long. */
const REST_MS = 200

interface Props {
  readonly spread: NumberSpread
  readonly name: string
}

/** Histogram of a numeric column, with a range to be dragged or typed. */
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
  // Every filter change is computed by the worker, so it waits until the slider rests.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only moving a handle restarts the debounce
  useEffect(() => {
    waiting.current = moving && (() => narrow(rangeOf(scale, moving)))
    if (!moving) return
    const timer = setTimeout(() => waiting.current?.(), REST_MS)
    return () => clearTimeout(timer)
  }, [moving])
  // Applies a pending range when the panel is closed before the debounce ends.
  useEffect(() => () => waiting.current?.(), [])

  const highest = Math.max(1, ...bars)
  // Whole numbers are centred on their bar, so the slider's line starts and ends half a bar inside.
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
        // biome-ignore lint/suspicious/noArrayIndexKey: bars are identified by position
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

/** Swaps the ends of a range that were typed in the wrong order; null if both are open. */
function ordered(from: number | null, to: number | null) {
  if (from === null && to === null) return null
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }
}

interface TypedEndProps {
  readonly label: string
  readonly value: number | null
  /** The end of the numbers, which an empty field stands for. */
  readonly open: number
  onType(value: number | null): void
}

/** A text field for an end of the range; it applies on blur or Enter. */
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
