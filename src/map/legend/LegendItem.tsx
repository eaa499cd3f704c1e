import { type CSSProperties, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { STATUS } from '@/domain/rules/status'
import type { Shape } from '@/domain/sources/kinds/shape'
import { countText } from '@/i18n/counted'
import { dotColour } from '@/layers/dot-colour'
import type { LegendEntry } from '@/layers/legend'
import { lookColour } from '@/layers/look-legend'
import { paletteOf } from '@/layers/palette'
import { ShapeSymbol } from '@/map/overlay/SourceSymbol'
import { useShownTheme } from '@/store/device/shown-theme'
import classes from './LegendItem.module.css'

/** A line as the map draws it. */
function Line({
  colour,
  dash,
  width = 2,
}: {
  readonly colour: string
  readonly dash?: string
  readonly width?: number
}) {
  return (
    <svg width="22" height="14" viewBox="0 0 22 14" aria-hidden="true">
      <line x1="1" y1="7" x2="21" y2="7" strokeWidth={width} stroke={colour} {...(dash && { strokeDasharray: dash })} />
    </svg>
  )
}

/** A shape without a status colour: it shows the kind, not how bad a source is. */
const Neutral = (symbol: { readonly shape: Shape; readonly mark: string }) => <ShapeSymbol {...symbol} status={null} />

/** A small and a large symbol. */
function Sizes() {
  return (
    <svg width="22" height="14" viewBox="0 0 22 14" aria-hidden="true" fill="var(--quiet)">
      <circle cx="4" cy="7" r="2" />
      <circle cx="15" cy="7" r="6" />
    </svg>
  )
}

/** The number of the first likely source, as a sample of all. */
const FIRST = 1

/** The square on its corner that marks an open case. */
function CaseMark({ isLate }: { readonly isLate: boolean }) {
  const { t } = useTranslation()
  return (
    <i className={classes.case} data-late={isLate || undefined} aria-hidden="true">
      {t(isLate ? 'cases.map.late' : 'cases.map.open')}
    </i>
  )
}

const round = (sample: string, colour: string) => (
  <i className={classes.sample} data-sample={sample} style={{ '--sample': colour } as CSSProperties} />
)

/** A sample of how the map draws an entry. */
function Sample({ entry }: { readonly entry: LegendEntry }) {
  const theme = useShownTheme()
  switch (entry.type) {
    case 'standing':
      return <ShapeSymbol shape="square" status={entry.status} />
    case 'dots':
      return round('dot', dotColour(paletteOf(theme), STATUS[entry.status]))
    case 'badge':
      return round('badge', `var(--status-${entry.status})`)
    case 'look':
      return <i className={classes.swatch} style={{ backgroundColor: lookColour(entry, paletteOf(theme)) }} />
    case 'look-sizes':
      return <Sizes />
    case 'cells':
      return round('cell', 'var(--status-overdue)')
    case 'heat':
      return round('heat', 'var(--status-overdue)')
    case 'kind':
      return <Neutral shape={entry.shape} mark={entry.mark} />
    case 'dustfall':
      return (
        <i
          className={classes.swatch}
          data-over={entry.over}
          style={{ backgroundColor: `var(--dustfall-${entry.class})` }}
        />
      )
    case 'unranked':
      return <i className={classes.swatch} data-unranked />
    case 'points':
      return <Neutral shape="drop" mark="" />
    case 'ring':
      return <Line colour="var(--action)" dash="5 3" />
    case 'area':
      return <Line colour="var(--action)" />
    case 'built-up':
      return <Line colour="var(--quiet)" dash="2 2" />
    case 'line':
      return <Line colour={entry.colour < 0 ? 'var(--status-unknown)' : `var(--grade-${entry.colour})`} width={4} />
    case 'neighbours':
      return <Line colour="var(--quiet)" dash="4 2" width={1} />
    case 'case':
      return <CaseMark isLate={entry.isLate} />
    case 'likely':
      return (
        <i className={classes.numbered} aria-hidden="true">
          {FIRST}
        </i>
      )
    case 'rivers':
      return <Line colour="var(--water)" />
  }
}

interface Props {
  readonly entry: LegendEntry
  /** From `useLegendText`, which a legend calls once for all its entries. */
  readonly name: string
  readonly short: boolean
  /** Number of sources of this entry, if shown. */
  readonly count?: number | undefined
}

/** One legend entry: a sample and its name. With `short` the name is only a tooltip and for screen readers. */
export const LegendItem = memo(({ entry, name, short, count }: Props) => {
  return (
    <li className={classes.item} title={short ? name : undefined}>
      <Sample entry={entry} />
      <span className={short ? 'unseen' : ''}>
        {name}
        {count !== undefined && <b> {countText(count)}</b>}
      </span>
    </li>
  )
})
