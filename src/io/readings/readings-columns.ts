/** Columns of a file of readings, for writing and reading: device code and time, then parameters by name. */
export const DEVICE = 'device'
export const TIME = 'time'

/** Column of the monitor's flags of a value; omitted if a parameter has no flags. */
export const flagName = (parameter: string) => `${parameter}_flag`

/** Column of the minutes of an hour with valid data. */
export const minutesName = (parameter: string) => `${parameter}_minutes`

/** Column of the minutes that each value stands for; omitted if no file showed any. */
export const spanName = (parameter: string) => `${parameter}_span`

/** Metadata key for the form of the file; files of other programs have none. */
export const FORM_KEY = 'chentu.readings'
export const FORM = 1
