import classes from './Change.module.css'

const ARROWS = { up: '▲', down: '▼', same: '—' }

/** A change in percent with an arrow, so that the direction does not depend on colour. */
export function Change({ percent }: { readonly percent: number | null }) {
  if (percent === null) return <span className="quiet">{ARROWS.same}</span>
  const direction = percent > 0 ? 'up' : percent < 0 ? 'down' : 'same'
  return (
    <span className={classes[direction]}>
      {ARROWS[direction]} {Math.abs(percent).toFixed(1)}
    </span>
  )
}
