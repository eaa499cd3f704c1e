/** Columns of files of tracks, for writing and reading. */
export const FORM_KEY = 'chentu.tracks'
export const FORM = 1

/** Number plate. */
export const TRUCK = 'truck'
/** Seconds since 1970 in UTC, ascending per truck; in tables of spans the start. */
export const SECOND = 'second'
/** Seconds since 1970 in UTC at the end of a span. */
export const UNTIL = 'until'
