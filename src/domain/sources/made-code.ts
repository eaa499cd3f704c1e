/**
 * End of codes that Chentu generates for things to which an office gave none. Offices themselves number things Z1-0001 or
 * T2023-03-01; none ends a code with the app's initials.
 */
const MARK = '-CT'
/** Prefix of the code of a source that a team found outside: it and the time, to the millisecond. */
export const FOUND = 'XC'

const OF_IMPORT = new RegExp(`^Z\\d+-\\d{4,}${MARK}$`)
const OF_PLAN = new RegExp(`^T\\d{4}-\\d{2,}-\\d{2,}${MARK}$`)
const OF_TEAM = new RegExp(`^${FOUND}\\d{17}$`)
const LIKE_IMPORTS = new RegExp(`^Z\\d+-\\d{4,}(?:${MARK})?$`)

const padded = (number: number, digits: number) => String(number).padStart(digits, '0')

/** The code of the nth row without one in an import, such as Z1-0001-CT. */
export const importsCode = (series: number, nth: number): string => `Z${series}-${padded(nth, 4)}${MARK}`

/** The code of the nth task that a year's plan names in a clause, such as T2023-03-01-CT. */
export const planTasksCode = (year: number, clause: number, nth: number): string =>
  `T${year}-${padded(clause, 2)}-${padded(nth, 2)}${MARK}`

/**
 * Whether Chentu generated a code, in an import, from a plan or outside, so that no office knows it. Earlier versions
 * generated codes without a mark (Z1-0001), which an office may have written as well, and stored nothing that tells the
 * two apart. Such a code is not said to be generated: a paper may lack a remark, but never takes an office's code from
 * it.
 */
export const isMadeCode = (code: string): boolean => OF_IMPORT.test(code) || OF_PLAN.test(code) || OF_TEAM.test(code)

/** Whether an import may have generated a code, in this version or an earlier one. */
export const mayBeImportsCode = (code: string): boolean => LIKE_IMPORTS.test(code)
