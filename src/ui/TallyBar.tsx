import classes from './TallyBar.module.css'

/** Shares of a whole, side by side; the caller also gives them as text. */
export function TallyBar({ parts }: { readonly parts: readonly { readonly name: string; readonly count: number }[] }) {
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  return (
    <svg className={classes.bar} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      {parts.map(({ name, count }, i) => {
        const before = parts.slice(0, i).reduce((sum, part) => sum + part.count, 0)
        return (
          <rect
            key={name}
            data-part={name}
            x={(100 * before) / Math.max(1, total)}
            width={(100 * count) / Math.max(1, total)}
            height="1"
          />
        )
      })}
    </svg>
  )
}
