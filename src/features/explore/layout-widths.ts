/** Here the right panel is a drawer over the map. */
export const DRAWER = '(max-width: 1400px)'
/** Here all panels share one sheet under the map. */
export const SHEET = '(max-width: 1000px)'
