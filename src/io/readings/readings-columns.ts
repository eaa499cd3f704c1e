/** How a file of readings is made up, for who writes it and who reads it: a code and a time, then parameters by their names. */
export const DEVICE = 'device'
export const TIME = 'time'

/** What a monitor said of a value: of a parameter that no flag is of, the column is left out. */
export const flagName = (parameter: string) => `${parameter}_flag`

/** Of how many minutes of an hour a valid value is known. */
export const minutesName = (parameter: string) => `${parameter}_minutes`

/** Says in the file by which form of this it was written; a file of another program has none. */
export const FORM_KEY = 'chentu.readings'
export const FORM = 1
