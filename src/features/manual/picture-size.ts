/** The window, in CSS pixels, in which `npm run pictures` takes a picture of the manual. */
export const DESK_WINDOW = { width: 1200, height: 740 } as const
export const TABLET_WINDOW = { width: 800, height: 1000 } as const

/** Pictures of what a team sees. */
const ON_TABLET: ReadonlySet<string> = new Set(['field', 'check'])

/** The window that a picture shows, by its name without language and ending, such as `check`. */
export const windowOf = (name: string) => (ON_TABLET.has(name) ? TABLET_WINDOW : DESK_WINDOW)
