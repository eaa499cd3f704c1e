import type { BreachKind } from '@/domain/trucks/breach-kinds'
import { BREACH_SHAPES } from '@/layers/breach-marks'
import { CORNERS } from '@/layers/symbols'
import classes from './Trucks.module.css'

/** Mark of a kind of suspected breach, as drawn on the map. */
export function BreachMark({ kind }: { readonly kind: BreachKind }) {
  return (
    <svg className={classes.mark} viewBox="-1.3 -1.3 2.6 2.6" aria-hidden="true">
      <polygon points={CORNERS[BREACH_SHAPES[kind]].map((corner) => corner.join(',')).join(' ')} />
    </svg>
  )
}
