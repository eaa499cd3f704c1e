import type { Dataset } from './dataset'

/** Whether a sum in a link is that of a package's data. */
export const isOfData = (
  { checksum, formerChecksum }: Pick<Dataset, 'checksum' | 'formerChecksum'>,
  sum: string,
): boolean => sum === checksum || sum === formerChecksum
