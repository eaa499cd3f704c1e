import { useState } from 'react'

/** The hidden sorts after one was hidden or shown again. */
export function toggled<Sort>(hidden: ReadonlySet<Sort>, sort: Sort): ReadonlySet<Sort> {
  const next = new Set(hidden)
  if (!next.delete(sort)) next.add(sort)
  return next
}

/** The sorts of a legend that are hidden on the map, and a function that toggles one. */
export function useHidden<Sort>() {
  const [hidden, setHidden] = useState<ReadonlySet<Sort>>(new Set())
  return { hidden, onToggle: (sort: Sort) => setHidden(toggled(hidden, sort)) }
}
