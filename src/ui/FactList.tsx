import type { ReactNode } from 'react'
import classes from './FactList.module.css'

/** Something that is known, under its name. */
export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** What is known of a thing, a line each; what nobody knows is left out by whoever lists it. */
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
