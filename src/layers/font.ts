/** The font shipped with the app, for text on a map or canvas. */
export const FONT = 'Noto Sans SC Variable'
