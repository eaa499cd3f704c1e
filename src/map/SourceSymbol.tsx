import type { StatusName } from '@/domain/rules/status'
import type { SourceKind } from '@/domain/sources/kinds/schema'
import { CORNERS, drawnAs, shapeOf } from '@/layers/symbols'

/** The symbol of a source as the map draws it, for legends and lists. */
export function SourceSymbol({ kind, status }: { readonly kind: SourceKind; readonly status: StatusName }) {
  const shape = shapeOf(kind)
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
    </svg>
  )
}
