/**
 * What a field may mean to the code, and the type that a field of this meaning has. Code asks a kind for the field of a meaning,
 * never for a field by its name. The first six identify and place a source: a field of one of them has it as its name too.
 */
export const MEANINGS = {
  /** Number of the source within its kind. */
  code: 'text',
  name: 'text',
  county: 'text',
  /** WGS-84, degrees. */
  lon: 'number',
  lat: 'number',
  /** Where it lies, in words: kept where no position is known yet. */
  address: 'text',
  /** Who runs it. */
  operator: 'text',
  /** Whom a visitor asks for there, and at which number. */
  contact: 'text',
  phone: 'text',
  /** The department that leads it, where each row names its own. */
  lead: 'text',
  /** Last inspection. */
  inspectedOn: 'day',
  /** When a problem was first seen. */
  foundOn: 'day',
  /** Day by which the office wants it put right. */
  rectifyBy: 'day',
  /** Day on which it was reported, where it is itself something that was noticed, as complaints and fires are. Whether that is settled. */
  reportedOn: 'day',
  settled: 'flag',
  /** Unified social credit code (GB 32100). */
  creditCode: 'text',
  industry: 'text',
  /** Grade now, and a year ago, on the kind's ladder. */
  grade: 'text',
  lastGrade: 'text',
  /** Square metres. */
  area: 'number',
  /** Of a part of a firm, as a production line: what the part is called. Its name is that of the firm, with this behind it or without. */
  part: 'text',
  /** How far works are, which says the limits of the monitors beside them. */
  stage: 'text',
  /** Of a monitor: the number under which its readings come (MN of HJ 212). Where a row has none they come under its code. */
  device: 'text',
  /** Of a monitor: the code or name of the source at which it stands. */
  standsAt: 'text',
  /** Of a task that the plan gives by name: clause, what is to be done, by when, whether and when it was done. */
  clause: 'number',
  task: 'text',
  deadline: 'day',
  done: 'flag',
  doneOn: 'day',
  /** Of a survey: the code or name of what was surveyed. */
  source: 'text',
  /** Day of a survey; of a kind: of the latest. */
  surveyedOn: 'day',
} as const satisfies Readonly<Record<string, 'text' | 'number' | 'flag' | 'day'>>

export type Meaning = keyof typeof MEANINGS

/** Meanings that every table, filter and file knows a source by: their fields have them as names. */
export const IDENTITY = ['code', 'name', 'county', 'lon', 'lat', 'address'] as const satisfies readonly Meaning[]

/**
 * What devices can tell of a field, and the type that such a field has. The readings of a source's own monitor: whether it is online,
 * which they decide, and when it was calibrated, of which they are evidence only. The tracks of trucks: how many trips began in the
 * source's county in the month, and how many of them by day, which they decide together.
 */
export const MEASURED = {
  online: 'flag',
  calibrated: 'day',
  hauls: 'number',
  'hauls-by-day': 'number',
} as const satisfies Readonly<Record<string, 'flag' | 'day' | 'number'>>

export type Measured = keyof typeof MEASURED
