import type { Check } from './rule'

/** The threshold or number of months in a check; null if the check has none. */
export const figureOfCheck = (check: Check): number | null => {
  switch (check.type) {
    case 'at-least':
    case 'at-most':
      return check.value
    case 'share-at-least':
      return check.percent
    case 'after-months':
      return check.months
    default:
      return null
  }
}
