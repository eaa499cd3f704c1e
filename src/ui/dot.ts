/** Stands between two facts of a line. Where the line breaks it ends one, and never begins the next. */
export const DOT = '\u00A0· '
