/** A truck and its owner. */
export interface FleetTruck {
  readonly plate: string
  /** Empty if unknown. */
  readonly company: string
  /** The code of the county where the company is registered; empty if unknown. */
  readonly county: string
  /** The SIM card number of its terminal; empty if unknown. */
  readonly terminal: string
}

/** A number plate in comparable form: no blanks, dots or hyphens, upper case. */
export const plateOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s·•.\-_]/g, '')
