/** Caches the result of `make` for each step, as long as the step exists. */
export function memoOf<Step extends object, Made>(make: (step: Step) => Made): (step: Step) => Made {
  const known = new WeakMap<Step, { readonly made: Made }>()
  return (step) => {
    const found = known.get(step) ?? { made: make(step) }
    known.set(step, found)
    return found.made
  }
}

/**
 * Caches the last result of `make` for each step, as long as the step exists. `same` compares two requests; by
 * default they are compared as JSON.
 */
export function cacheLast<Step extends object, Request, Made>(
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

/** The last answer under each name; asked anew if the request differs. */
export class LastAnswers<Made> {
  readonly #known = new Map<string, { readonly request: string; readonly made: Promise<Made> }>()

  get(name: string, request: string, make: () => Promise<Made>): Promise<Made> {
    const last = this.#known.get(name)
    if (last?.request === request) return last.made
    const made = make()
    this.#known.set(name, { request, made })
    // Do not cache a failure: a later read may succeed.
    made.catch(() => this.forget(name))
    return made
  }

  forget(name: string): void {
    this.#known.delete(name)
  }
}

/**
 * Returns the previous object if the new data is equal, so that {@link memoOf} finds its results again. A package is
 * read anew with every step, and most of it has not changed. Compared as JSON, which treats NaN as null.
 */
export function reuseIfEqual<Data extends object>(): (data: Data) => Data {
  let before: Data | null = null
  return (data) => {
    if (before === null || JSON.stringify(before) !== JSON.stringify(data)) before = data
    return before
  }
}
