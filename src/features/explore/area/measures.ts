/** A length as people say it: metres, from one kilometre on kilometres. */
export const lengthText = (metres: number) =>
  metres < 1000 ? `${metres.toFixed(1)} m` : `${(metres / 1000).toFixed(3)} km`

/** A surface as people say it. */
export const surfaceText = (squareMetres: number) =>
  squareMetres < 1e6 ? `${Math.round(squareMetres).toLocaleString('en')} m²` : `${(squareMetres / 1e6).toFixed(3)} km²`
