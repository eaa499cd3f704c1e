import type { Dataset } from './dataset'

/** Whether a checksum in a link belongs to this package's data. */
export const isChecksumOfData = (
  { checksum, formerChecksums }: Pick<Dataset, 'checksum' | 'formerChecksums'>,
  sum: string,
): boolean => sum === checksum || formerChecksums.includes(sum)
