import { useState } from 'react'

/** The sorts of a legend that are hidden on the map, and a function that toggles one. */
export function useHidden<Sort>() {
  const [hidden, setHidden] = useState<ReadonlySet<Sort>>(new Set())
  const onToggle = (sort: Sort) => {
    const next = new Set(hidden)
    if (!next.delete(sort)) next.add(sort)
    setHidden(next)
  }
  return { hidden, onToggle }
}
