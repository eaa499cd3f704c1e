/** Columns of a file of readings, for writing and reading: device code and time, then parameters by name. */
export const DEVICE = 'device'
export const TIME = 'time'

/** Column of the monitor's flags of a value; omitted if a parameter has no flags. */
export const flagName = (parameter: string) => `${parameter}_flag`

/** Column of the minutes of an hour with valid data. */
export const minutesName = (parameter: string) => `${parameter}_minutes`

/**
 * Column of the minutes that the values of a row stand for; omitted if no file showed any. A parameter has a column of its
 * own only if some of its values stand for others.
 */
export const SPAN = 'span'
export const spanName = (parameter: string) => `${parameter}_${SPAN}`

/** Metadata key for the form of the file; files of other programs have none. */
export const FORM_KEY = 'chentu.readings'
export const FORM = 1
