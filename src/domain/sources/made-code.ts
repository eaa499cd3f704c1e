/** Prefix of codes that an import generates for things to which the office's table gives none. */
export const MADE = 'Z'
/** Prefix of the code of a source that a team found outside: it and the time, to the millisecond. */
export const FOUND = 'XC'

const OF_IMPORT = new RegExp(`^${MADE}\\d+-\\d{4,}$`)
const OF_TEAM = new RegExp(`^${FOUND}\\d{17}$`)

/** Whether an import generated a code. */
export const isImportsCode = (code: string): boolean => OF_IMPORT.test(code)

/** Whether Chentu generated a code, in an import or outside, so that no office knows it. */
export const isMadeCode = (code: string): boolean => isImportsCode(code) || OF_TEAM.test(code)
