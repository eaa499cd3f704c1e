/** Dates are formatted in the app's language, independently of the browser's. */
const said = (iso: string, language: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`))

/** A day `YYYY-MM-DD` in words: 2022年10月31日, Oct 31, 2022. */
export const dayName = (day: string, language: string) =>
  said(day, language, { dateStyle: language === 'en' ? 'medium' : 'long' })

/** A month `YYYY-MM` without its year: 10月, Oct. */
export const monthName = (month: string, language: string) => said(`${month}-01`, language, { month: 'short' })

/** A month `YYYY-MM` with its year: 2022年10月, Oct 2022. */
export const monthOfYear = (month: string, language: string) =>
  said(`${month}-01`, language, { year: 'numeric', month: 'short' })

/** A year: 2022年, 2022. */
export const yearName = (year: number, language: string) => said(`${year}-01-01`, language, { year: 'numeric' })
