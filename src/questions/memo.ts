/** Makes something of a step once, and keeps it for as long as the step is there. */
export function memoOf<Step extends object, Made>(make: (step: Step) => Made): (step: Step) => Made {
  const known = new WeakMap<Step, { readonly made: Made }>()
  return (step) => {
    const found = known.get(step) ?? { made: make(step) }
    known.set(step, found)
    return found.made
  }
}

/**
 * Makes something of a step and a request; of each step the last is kept, for as long as the step is there.
 * `same` says whether two requests ask for the same: by default, where they are the same plain data.
 */
export function memoLast<Step extends object, Request, Made>(
  make: (step: Step, request: Request) => Made,
  same: (one: Request, other: Request) => boolean = (one, other) => JSON.stringify(one) === JSON.stringify(other),
): (step: Step, request: Request) => Made {
  const known = new WeakMap<Step, { readonly request: Request; readonly made: Made }>()
  return (step, request) => {
    const last = known.get(step)
    if (last && same(last.request, request)) return last.made
    const made = make(step, request)
    known.set(step, { request, made })
    return made
  }
}

/**
 * Gives plain data as it was the time before, where it says the same: what was made of it then is found again by {@link memoOf}.
 * A package is read anew with every step, and most of it has not changed. Compared as JSON, which takes NaN for null.
 */
export function asBefore<Data extends object>(): (data: Data) => Data {
  let before: Data | null = null
  return (data) => {
    if (before === null || JSON.stringify(before) !== JSON.stringify(data)) before = data
    return before
  }
}
