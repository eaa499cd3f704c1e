/** How files of tracks are made up, for who writes them and who reads them. */
export const FORM_KEY = 'chentu.tracks'
export const FORM = 1

/** Number plate. */
export const TRUCK = 'truck'
/** Seconds since 1970 in UTC, in which rows of a truck stand in order; of a table of spans its begin. */
export const SECOND = 'second'
/** Seconds since 1970 in UTC at which a span ends. */
export const UNTIL = 'until'
