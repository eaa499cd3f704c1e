import type { StatusName } from '@/domain/rules/status'
import { type KindId, kindWithId } from '@/domain/sources/kinds/kind'
import type { Shape } from '@/domain/sources/kinds/shape'
import { BODY, CORNERS, DROP, fillStyleOf } from '@/layers/symbols'
import { useKinds } from '@/store/words/kinds'

/** Half the size of a shape within the 22-unit square of its legend symbol. */
const RADIUS = 8
/** Where the arc of the drop meets the straight sides, 45° on each side of the tip. */
const SIDE = DROP.radius * Math.SQRT1_2
const END = (DROP.y - SIDE) * RADIUS
const DROP_PATH = `M${SIDE * RADIUS} ${END}A${DROP.radius * RADIUS} ${DROP.radius * RADIUS} 0 1 1 ${-SIDE * RADIUS} ${END}L0 ${-RADIUS}Z`

/** The symbol of a source as the map draws it, for legends and lists. */
export function SourceSymbol({ kind, status }: { readonly kind: KindId; readonly status: StatusName }) {
  const symbol = kindWithId(useKinds(), kind)?.symbol
  return <ShapeSymbol shape={symbol?.shape ?? 'circle'} mark={symbol?.mark ?? ''} status={status} />
}

/** A shape in the style of a status; null draws it hollow in a neutral colour. */
export function ShapeSymbol({
  shape,
  mark = '',
  status,
}: {
  readonly shape: Shape
  readonly mark?: string
  readonly status: StatusName | null
}) {
  const style = fillStyleOf(status ?? 'fine')
  const [dx, dy] = BODY[shape] ?? [0, 0]
  const colour = status === null ? 'var(--quiet)' : `var(--status-${status})`
  const paint = {
    fill: style === 'filled' ? colour : 'var(--panel)',
    stroke: colour,
    strokeWidth: 2,
    ...(style === 'dashed' ? { strokeDasharray: '3 2' } : {}),
  }
  return (
    <svg width="22" height="22" viewBox="-11 -11 22 22" aria-hidden="true" data-symbol="">
      {shape === 'circle' ? (
        <circle r="7" {...paint} />
      ) : shape === 'drop' ? (
        <path d={DROP_PATH} strokeLinejoin="round" {...paint} />
      ) : (
        <polygon
          points={CORNERS[shape].map(([x, y]) => `${x * RADIUS},${y * RADIUS}`).join(' ')}
          strokeLinejoin="round"
          {...paint}
        />
      )}
      {mark && (
        <text
          x={dx * RADIUS}
          y={dy * RADIUS + 0.5}
          fontSize={[...mark].length > 1 ? 6 : 9}
          fontWeight="600"
          textAnchor="middle"
          dominantBaseline="central"
          paintOrder="stroke"
          stroke={paint.fill}
          strokeWidth="2"
          fill={style === 'filled' ? 'var(--panel)' : 'var(--ink)'}
        >
          {mark}
        </text>
      )}
    </svg>
  )
}
