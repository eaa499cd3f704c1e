/** Here left and right panel share one sheet over the map. */
export const SHEET = '(max-width: 1000px)'
