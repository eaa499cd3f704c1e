import type { ReactNode } from 'react'
import classes from './FactList.module.css'

/** A known value with its label. */
export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** Facts about a thing, one per line; the caller omits unknown ones. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
