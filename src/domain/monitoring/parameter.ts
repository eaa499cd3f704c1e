/** What dust monitors measure, in the order of table columns. */
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
  /** The code in HJ 212, the standard for transmitting monitor data. */
  readonly code: string
  /** The unit in which readings are stored, whatever the unit in the file. */
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
 * The flag that a monitor adds to a value, by the letters of HJ 212: normal, out of service, maintenance, entered by
 * hand, faulty, calibration, over range, no connection. `?` stands for any other mark, whose meaning is unknown.
 */
export const FLAGS = ['N', 'F', 'M', 'S', 'D', 'C', 'T', 'B', '?'] as const
export type Flag = (typeof FLAGS)[number]

/** The index in `FLAGS` of an unknown mark. */
export const UNKNOWN_FLAG = FLAGS.indexOf('?')

/** Whether a value with this flag counts as a measurement. */
export const counts = (flag: Flag): boolean => flag === 'N' || flag === 'S'
