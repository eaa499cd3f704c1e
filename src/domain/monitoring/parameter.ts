/** What dust monitors measure, in the order in which tables have it. */
export const PARAMETERS = [
  'tsp',
  'pm10',
  'pm25',
  'noise',
  'temperature',
  'humidity',
  'wind-speed',
  'wind-direction',
  'pressure',
] as const
export type Parameter = (typeof PARAMETERS)[number]

interface ParameterFacts {
  /** Of the standard by which monitors report, HJ 212. */
  readonly code: string
  /** In which readings are kept, whatever a file had. */
  readonly unit: string
}

export const PARAMETER_FACTS: Readonly<Record<Parameter, ParameterFacts>> = {
  tsp: { code: 'a34001', unit: 'µg/m³' },
  pm10: { code: 'a34002', unit: 'µg/m³' },
  pm25: { code: 'a34004', unit: 'µg/m³' },
  noise: { code: 'LA', unit: 'dB' },
  temperature: { code: 'a01001', unit: '℃' },
  humidity: { code: 'a01002', unit: '%' },
  'wind-speed': { code: 'a01007', unit: 'm/s' },
  'wind-direction': { code: 'a01008', unit: '°' },
  pressure: { code: 'a01006', unit: 'kPa' },
}

/**
 * What a monitor says of a value beside it, by the letters of HJ 212: normal, out of service, under maintenance, set by hand,
 * faulty, being calibrated, over its range, without connection. A mark that is none of these is `?`: nobody knows what it says.
 */
export const FLAGS = ['N', 'F', 'M', 'S', 'D', 'C', 'T', 'B', '?'] as const
export type Flag = (typeof FLAGS)[number]

/** The place in `FLAGS` of a mark that nobody knows. */
export const UNKNOWN_FLAG = FLAGS.indexOf('?')

/** Whether a value with this flag says something of the air. */
export const counts = (flag: Flag): boolean => flag === 'N' || flag === 'S'
