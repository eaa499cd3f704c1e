/** What is wrong with outlines that should lie side by side; `members` are places in the list that was given. */
export type OutlineFault =
  /** A ring whose last position isn't its first. */
  | { readonly kind: 'open'; readonly members: readonly [number] }
  | { readonly kind: 'crossing'; readonly members: readonly [number]; readonly at: readonly number[] }
  | { readonly kind: 'overlap'; readonly members: readonly [number, number]; readonly squareMetres: number }
  /** Ground that several outlines enclose and none has; `members` are those about it. */
  | { readonly kind: 'gap'; readonly members: readonly number[]; readonly squareMetres: number }

/** Overlaps and gaps up to this are what rounding positions leaves along a border, m². */
export const BORDER_TOLERANCE = 1000
