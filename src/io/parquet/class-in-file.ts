import type { DataClass } from '@/domain/sources/kinds/data-class'

/**
 * Metadata key for the data class of a file's rows, if they are not real: made-up data stays marked wherever the file
 * is imported.
 */
export const CLASS_KEY = 'chentu.class'
export const classFacts = (dataClass: DataClass): Readonly<Record<string, string>> =>
  dataClass === 'real' ? {} : { [CLASS_KEY]: dataClass }

/** The data class stated in a file; anything not made up counts as real. */
export const classInFile = (facts: readonly { readonly key: string; readonly value?: string }[] = []): DataClass =>
  facts.some(({ key, value }) => key === CLASS_KEY && value === 'illustrative') ? 'illustrative' : 'real'
