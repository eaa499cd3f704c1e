/** Faults of outlines that should be adjacent; `members` are their indexes in the given list. */
export type OutlineFault =
  /** A ring whose last position isn't its first. */
  | { readonly kind: 'open'; readonly members: readonly [number] }
  | { readonly kind: 'crossing'; readonly members: readonly [number]; readonly at: readonly number[] }
  | { readonly kind: 'overlap'; readonly members: readonly [number, number]; readonly squareMetres: number }
  /** An area enclosed by several outlines but in none of them; `members` are the surrounding ones. */
  | { readonly kind: 'gap'; readonly members: readonly number[]; readonly squareMetres: number }

/** Overlaps and gaps up to this size, in m², result from rounding positions along a border. */
export const BORDER_TOLERANCE = 1000
