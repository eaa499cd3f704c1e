import { useState } from 'react'

/** Which sorts of a legend are taken from the map, and what takes one or brings it back. */
export function useHidden<Sort>() {
  const [hidden, setHidden] = useState<ReadonlySet<Sort>>(new Set())
  const onToggle = (sort: Sort) => {
    const next = new Set(hidden)
    if (!next.delete(sort)) next.add(sort)
    setHidden(next)
  }
  return { hidden, onToggle }
}
