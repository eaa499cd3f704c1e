/** The font that the app ships with, for texts on a map or a canvas. */
export const FONT = 'Noto Sans SC Variable'
