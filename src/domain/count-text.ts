/** A count with thousands separators, as in the texts on screen: 1,215. Papers write it in the same form. */
export const countText = (count: number): string => count.toLocaleString('en')
