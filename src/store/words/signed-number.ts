/** A figure with its sign: +3, −0.44, 0. */
export const signedNumber = (value: number, places = 0): string => {
  const text = Math.abs(value).toFixed(places)
  return Number(text) === 0 ? text : `${value > 0 ? '+' : '−'}${text}`
}
