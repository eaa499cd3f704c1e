/**
 * Remembers the last request of one kind with its answer, and repeats it only if its dependencies changed. Older
 * answers are not kept: the worker answers other questions based on its last request, so going back needs a new
 * request, too.
 */
export function latestAnswer<Answer>() {
  let last: { readonly depends: readonly unknown[]; readonly answer: Promise<Answer> } | null = null
  return (depends: readonly unknown[], ask: () => Promise<Answer>): Promise<Answer> => {
    if (last && depends.every((each, i) => Object.is(each, last?.depends[i]))) return last.answer
    const asked = { depends, answer: ask() }
    last = asked
    // Failures are not kept; the caller gets the error.
    asked.answer.catch(() => {
      if (last === asked) last = null
    })
    return asked.answer
  }
}
