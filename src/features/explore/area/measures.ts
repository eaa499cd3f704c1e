/** A length as text: in metres below 1 km, else in kilometres. */
export const lengthText = (metres: number) =>
  metres < 1000 ? `${metres.toFixed(1)} m` : `${(metres / 1000).toFixed(3)} km`

/** An area as text: in m² below 1 km², else in km². */
export const surfaceText = (squareMetres: number) =>
  squareMetres < 1e6 ? `${Math.round(squareMetres).toLocaleString('en')} m²` : `${(squareMetres / 1e6).toFixed(3)} km²`
