import classes from './Ranking.module.css'

/** What stands above the columns of a ranking. A screen reader hears it of each figure instead ({@link Said}). */
export function RankHeads({ of, heads }: { readonly of: 'county' | 'city'; readonly heads: readonly string[] }) {
  return (
    <div className={`${classes.heads} ${classes[of]}`} aria-hidden="true">
      {heads.map((head) => (
        <span key={head}>{head}</span>
      ))}
    </div>
  )
}

/** The head of a figure, for those who don't see the column that it stands in. */
export function Said({ head }: { readonly head: string }) {
  return <span className={classes.said}>{head} </span>
}
