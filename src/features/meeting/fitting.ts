/** The rows that are shown, and how many are left out: none where there is one too many for a line that says so. */
export function fitting<T>(all: readonly T[], most: number): { readonly shown: readonly T[]; readonly left: number } {
  const shown = all.length > most ? all.slice(0, most - 1) : all
  return { shown, left: all.length - shown.length }
}
