import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProvinceIndex } from '@/io/province/province-file'
import { dustfallClass } from '@/layers/dustfall-scale'
import { Change } from '@/ui/Change'
import { LimitBar } from '@/ui/LimitBar'
import { CountyWhy } from './CountyWhy'
import { type CountyRow, cityName, countyNameOf } from './county-rows'
import { MadeUpBadge } from './MadeUpBadge'
import { HiddenHeading, RankHeads } from './RankHeads'
import classes from './Ranking.module.css'

/** Minimum row height: two lines of text, and large enough for a finger; rows with longer names are higher. */
const ROW_PIXELS = 56
/** Number of rows that Page Up and Page Down move. */
const PAGE_ROWS = 10
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE_ROWS, PageUp: -PAGE_ROWS }

interface Props {
  readonly index: ProvinceIndex
  readonly rows: readonly CountyRow[]
  /** Index of the chosen county. */
  readonly chosen: number | null
  onChoose(county: number | null): void
}

/**
 * All counties by rank. Only rows in view are rendered, and Tab reaches one of them; the arrow keys move to the others.
 */
export function CountyRanking({ index, rows, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const scroll = useRef<HTMLDivElement>(null)
  /** The row that Tab reaches, and whether it takes the focus as soon as it is rendered. */
  const [stop, setStop] = useState({ row: 0, isWanted: false })
  const stopRow = Math.min(stop.row, rows.length - 1)
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PIXELS,
    measureElement: (row) => Math.max(ROW_PIXELS, (row as HTMLElement).offsetHeight),
    overscan: 8,
    // The row with the focus stays rendered out of view, or the focus would be lost.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), stopRow])].sort((a, b) => a - b),
  })
  const top = rows.reduce((most, { value, limit }) => Math.max(most, value ?? 0, limit), 1) * 1.04
  const at = rows.findIndex(({ county }) => county === chosen)
  // A county chosen on the map is scrolled into view; otherwise the list stays where the user scrolled it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new choice scrolls the list, not filtering it
  useEffect(() => {
    if (at < 0) return
    setStop({ row: at, isWanted: false })
    list.scrollToIndex(at, { align: 'auto' })
  }, [chosen])
  useEffect(() => {
    if (stop.isWanted) scroll.current?.querySelector<HTMLElement>(`[data-row="${stop.row}"]`)?.focus()
  }, [stop])

  function onKeyDown(event: KeyboardEvent) {
    const last = rows.length - 1
    const step = STEPS[event.key]
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? last : step === undefined ? null : stopRow + step
    // A dialog opened from a row handles its own keys.
    if (to === null || !(event.target instanceof Element) || event.target.closest('dialog')) return
    event.preventDefault()
    const row = Math.min(last, Math.max(0, to))
    list.scrollToIndex(row, { align: 'auto' })
    setStop({ row, isWanted: true })
  }
  return (
    <>
      <RankHeads
        of="county"
        heads={(['rank', 'county', 'limitHead', 'value', 'yoy'] as const).map((head) => t(`province.${head}`))}
      />
      <div ref={scroll} className={classes.scroll}>
        <ol
          className={classes.rows}
          style={{ height: list.getTotalSize() }}
          aria-label={t('province.ranking.counties')}
          onKeyDown={onKeyDown}
        >
          {list.getVirtualItems().map(({ index: row, start }) => (
            <li
              key={rows[row]!.county}
              className={`${classes.row} ${classes.county}`}
              aria-setsize={rows.length}
              aria-posinset={row + 1}
              ref={list.measureElement}
              data-index={row}
              style={{ transform: `translateY(${start}px)` }}
              onFocus={() => setStop({ row, isWanted: false })}
            >
              <CountyLine
                {...{ index, top, onChoose }}
                of={rows[row]!}
                place={row}
                tabIndex={row === stopRow ? 0 : -1}
                isChosen={rows[row]!.county === chosen}
              />
            </li>
          ))}
        </ol>
      </div>
    </>
  )
}

interface LineProps {
  readonly index: ProvinceIndex
  readonly of: CountyRow
  /** Index in the list. */
  readonly place: number
  /** The value at the full width of a bar. */
  readonly top: number
  readonly tabIndex: number
  readonly isChosen: boolean
  onChoose(county: number | null): void
}

function CountyLine({ index, of, place, top, tabIndex, isChosen, onChoose }: LineProps) {
  const { t, i18n } = useTranslation()
  const county = index.counties[of.county]!
  const city = index.cities[county.city]!
  const name = countyNameOf(county, i18n.language)
  return (
    <>
      <span className={classes.rank}>
        <HiddenHeading head={t('province.rank')} />
        {of.rank ?? '—'}
      </span>
      <button
        type="button"
        className={classes.name}
        data-row={place}
        tabIndex={tabIndex}
        aria-pressed={isChosen}
        onClick={() => onChoose(isChosen ? null : of.county)}
      >
        <b>{name}</b>{' '}
        <span>
          <MadeUpBadge city={city} />{' '}
          <small>
            {cityName(city, i18n.language)}
            {of.cityRank !== null && ` · ${t('province.inCity', { rank: of.cityRank })}`}
          </small>
        </span>
      </button>
      <span className={classes.bar}>
        <LimitBar
          value={of.value}
          of={of.value === null ? 0 : dustfallClass(of.value, of.limit)}
          last={of.lastMonth}
          dustfallLimit={of.limit}
          top={top}
        />
        <small>{t('province.limit', { limit: of.limit })}</small>
      </span>
      <span className={classes.value} data-over={of.over}>
        <HiddenHeading head={t('province.value')} />
        <CountyWhy {...{ index, of, name, tabIndex }} />
      </span>
      <span className={classes.change}>
        <HiddenHeading head={t('province.yoy')} />
        <Change percent={of.yearOnYear} />
      </span>
    </>
  )
}
