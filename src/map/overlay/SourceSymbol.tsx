import type { StatusName } from '@/domain/rules/status'
import { type KindId, kindWithId } from '@/domain/sources/kinds/kind'
import type { Shape } from '@/domain/sources/kinds/shape'
import { CORNERS, drawnAs } from '@/layers/symbols'
import { useKinds } from '@/store/words/kinds'

/** The symbol of a source as the map draws it, for legends and lists. */
export function SourceSymbol({ kind, status }: { readonly kind: KindId; readonly status: StatusName }) {
  const symbol = kindWithId(useKinds(), kind)?.symbol
  return <ShapeSymbol shape={symbol?.shape ?? 'circle'} mark={symbol?.mark ?? ''} status={status} />
}

/** A shape drawn as sources of a standing are. */
export function ShapeSymbol({
  shape,
  mark = '',
  status,
}: {
  readonly shape: Shape
  readonly mark?: string
  readonly status: StatusName
}) {
  const style = drawnAs(status)
  const colour = `var(--status-${status})`
  const paint = {
    fill: style === 'filled' ? colour : 'var(--panel)',
    stroke: colour,
    strokeWidth: 2,
    ...(style === 'dashed' ? { strokeDasharray: '3 2' } : {}),
  }
  return (
    <svg width="22" height="22" viewBox="-11 -11 22 22" aria-hidden="true">
      {shape === 'circle' || shape === 'drop' ? (
        <circle r="7" {...paint} />
      ) : (
        <polygon
          points={CORNERS[shape].map(([x, y]) => `${x * 8},${y * 8}`).join(' ')}
          strokeLinejoin="round"
          {...paint}
        />
      )}
      {mark && (
        <text
          y="0.5"
          fontSize="8"
          fontWeight="600"
          textAnchor="middle"
          dominantBaseline="central"
          fill={style === 'filled' ? 'var(--panel)' : 'var(--ink)'}
        >
          {mark}
        </text>
      )}
    </svg>
  )
}
