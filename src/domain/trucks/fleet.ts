/** Whose a truck is. */
export interface FleetTruck {
  readonly plate: string
  /** '' where nobody says. */
  readonly company: string
  /** Code of the county in which the company is registered, '' where nobody knows. */
  readonly county: string
  /** Number of the SIM card of its terminal, '' where nobody says. */
  readonly terminal: string
}

/** A plate as it is compared: without blanks, dots and hyphens, letters large. */
export const plateOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s·•.\-_]/g, '')
