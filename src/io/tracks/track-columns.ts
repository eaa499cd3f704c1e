/** Columns of files of tracks, for writing and reading. */
export const FORM_KEY = 'chentu.tracks'
export const FORM = 1
/** Digest of the lists and settings that breaches of a package were judged by; files of earlier versions lack it. */
export const JUDGED_BY_KEY = 'chentu.judged-by'

/** Number plate. */
export const TRUCK = 'truck'
/** Seconds since 1970 in UTC, ascending per truck; in tables of spans the start. */
export const SECOND = 'second'
/** Seconds since 1970 in UTC at the end of a span. */
export const UNTIL = 'until'
