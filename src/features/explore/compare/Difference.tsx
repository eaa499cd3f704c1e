import { tenth } from '@/domain/dustfall/rounding'
import classes from './ComparedRanking.module.css'

/** A difference with sign and arrow, in the text colour: a rise of dust is not a source's status. */
export function Difference({ by }: { readonly by: number | null }) {
  if (by === null) return <span className="quiet">—</span>
  const [arrow, sign] = by > 0 ? ['↑', '+'] : by < 0 ? ['↓', '−'] : ['', '']
  return (
    <span className={classes.difference}>
      <span>{arrow}</span> {sign}
      {tenth(Math.abs(by))}
    </span>
  )
}
