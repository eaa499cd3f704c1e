/**
 * Meanings that a field may have to the code, with the type of such a field. Code looks up a kind's field by meaning,
 * never by name. The first six identify and place a source; a field with one of them also has it as its name.
 */
export const MEANINGS = {
  /** Number of the source within its kind. */
  code: 'text',
  name: 'text',
  county: 'text',
  /** WGS-84, degrees. */
  lon: 'number',
  lat: 'number',
  /** Location in words; kept while no position is known. */
  address: 'text',
  /** Operator. */
  operator: 'text',
  /** Contact person on site, and their phone number. */
  contact: 'text',
  phone: 'text',
  /** Leading department, if each row names its own. */
  lead: 'text',
  /** Last inspection. */
  inspectedOn: 'day',
  /** When a problem was first seen. */
  foundOn: 'day',
  /** Day by which the office wants it rectified. */
  rectifyBy: 'day',
  /** Day of the report, for things that were noticed, such as complaints and fires; and whether they are settled. */
  reportedOn: 'day',
  settled: 'flag',
  /** Unified social credit code (GB 32100). */
  creditCode: 'text',
  industry: 'text',
  /** Current grade and last year's, on the kind's ladder. */
  grade: 'text',
  lastGrade: 'text',
  /** Square metres. */
  area: 'number',
  /**
   * For a part of a firm, such as a production line: the part's name. The source's name is the firm's, with or without
   * this appended.
   */
  part: 'text',
  /** Construction stage, which determines the limits of monitors beside the site. */
  stage: 'text',
  /**
   * For a monitor: the number under which its readings arrive (MN of HJ 212). If a row has none, they arrive under its
   * code.
   */
  device: 'text',
  /** For a monitor: code or name of the source at which it stands. */
  standsAt: 'text',
  /** For a task that the plan names: clause, task, deadline, whether and when it was done. */
  clause: 'number',
  task: 'text',
  deadline: 'day',
  done: 'flag',
  doneOn: 'day',
  /** For a survey: code or name of the surveyed source. */
  source: 'text',
  /** Day of a survey; in a kind, day of the latest one. */
  surveyedOn: 'day',
} as const satisfies Readonly<Record<string, 'text' | 'number' | 'flag' | 'day'>>

export type Meaning = keyof typeof MEANINGS

/** Meanings of days on which something has happened, unlike deadlines. */
export const HAPPENED: ReadonlySet<Meaning> = new Set(['inspectedOn', 'surveyedOn', 'foundOn', 'reportedOn', 'doneOn'])

/** Meanings by which every table, filter and file identifies a source; their fields have them as names. */
export const IDENTITY = ['code', 'name', 'county', 'lon', 'lat', 'address'] as const satisfies readonly Meaning[]

/**
 * Values that devices can supply for a field, with the type of such a field. From the readings of a source's own
 * monitor: whether it is online (readings decide), and when it was calibrated (readings are only evidence). From truck
 * tracks: trips that began in the source's county in the month, and those by day (tracks decide both together).
 */
export const MEASURED = {
  online: 'flag',
  calibrated: 'day',
  hauls: 'number',
  'hauls-by-day': 'number',
} as const satisfies Readonly<Record<string, 'flag' | 'day' | 'number'>>

export type Measured = keyof typeof MEASURED
