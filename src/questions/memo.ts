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
 * Whether plain data is equal: values, and arrays and objects of equal members. NaN equals NaN. Two objects of a class,
 * a Map for example, are equal only if they are the same.
 */
function isEqualData(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  if (Array.isArray(one))
    return Array.isArray(other) && one.length === other.length && one.every((each, i) => isEqualData(each, other[i]))
  if (!isPlain(one) || !isPlain(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isEqualData(one[name], other[name]))
  )
}

const isPlain = (data: object): data is Readonly<Record<string, unknown>> =>
  Object.getPrototypeOf(data) === Object.prototype

/**
 * Returns the previous object if the new data is equal, so that {@link memoOf} finds its results again. A package is
 * read anew with every step, and most of it has not changed.
 */
export function reuseIfEqual<Data extends object>(): (data: Data) => Data {
  let before: Data | null = null
  return (data) => {
    // Not compared as JSON: the text of a city's outlines and samples is megabytes for each step.
    if (before === null || !isEqualData(before, data)) before = data
    return before
  }
}
