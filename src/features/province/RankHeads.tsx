import classes from './Ranking.module.css'

/**
 * Column headings of a ranking, hidden from screen readers, which read them with each figure instead ({@link HiddenHeading}).
 */
export function RankHeads({ of, heads }: { readonly of: 'county' | 'city'; readonly heads: readonly string[] }) {
  return (
    <div className={`${classes.heads} ${classes[of]}`} aria-hidden="true">
      {heads.map((head) => (
        <span key={head}>{head}</span>
      ))}
    </div>
  )
}

/** A figure's column heading, for screen readers only. */
export function HiddenHeading({ head }: { readonly head: string }) {
  return <span className={classes.said}>{head} </span>
}
