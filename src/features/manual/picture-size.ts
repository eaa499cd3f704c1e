/** Size of the window, in CSS pixels, in which `npm run pictures` takes the manual's screenshots. */
export const DESK_WINDOW = { width: 1200, height: 740 } as const
export const TABLET_WINDOW = { width: 800, height: 1000 } as const

/** Screenshots of the field team's screens. */
const ON_TABLET: ReadonlySet<string> = new Set(['field', 'check'])

/** The window of a screenshot, by its name without language and extension, such as `check`. */
export const windowOf = (name: string) => (ON_TABLET.has(name) ? TABLET_WINDOW : DESK_WINDOW)
