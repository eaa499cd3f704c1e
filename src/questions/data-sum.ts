import type { Dataset } from './dataset'

/** Whether a sum in a link is that of a package's data. */
export const isOfData = (
  { checksum, formerChecksums }: Pick<Dataset, 'checksum' | 'formerChecksums'>,
  sum: string,
): boolean => sum === checksum || formerChecksums.includes(sum)
