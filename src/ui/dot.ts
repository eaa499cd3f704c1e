/**
 * Separator between two facts on a line. The no-break space keeps it at the end of a line, never at the start of the
 * next.
 */
export const DOT = '\u00A0· '
