/**
 * Remembers the last question of one sort with its answer, and asks only where what it depends on is something else. Nothing
 * older is remembered: the worker answers other questions by what it was asked last, so that going back must be asked too.
 */
export function lastAsked<Answer>() {
  let last: { readonly depends: readonly unknown[]; readonly answer: Promise<Answer> } | null = null
  return (depends: readonly unknown[], ask: () => Promise<Answer>): Promise<Answer> => {
    if (last && depends.every((each, i) => Object.is(each, last?.depends[i]))) return last.answer
    const asked = { depends, answer: ask() }
    last = asked
    // What failed is asked anew; whoever asked hears of the failure.
    asked.answer.catch(() => {
      if (last === asked) last = null
    })
    return asked.answer
  }
}
