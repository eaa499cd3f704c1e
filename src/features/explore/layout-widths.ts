/** Media query of the layout in which the left and right panels share one sheet over the map. */
export const SHEET = '(max-width: 1000px)'
