/**
 * The rows that fit and the count of the rest; where not all fit, one row is kept free for the line with that count.
 */
export function fitRows<T>(all: readonly T[], most: number): { readonly shown: readonly T[]; readonly left: number } {
  const shown = all.length > most ? all.slice(0, most - 1) : all
  return { shown, left: all.length - shown.length }
}
