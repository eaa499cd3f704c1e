import type { TFunction } from 'i18next'
import { isMadeCode } from '@/domain/sources/made-code'

/**
 * The code of a source for papers and cards: one that Chentu generated is called so, since an office's own records
 * don't have it. '' without a code.
 */
export const codeText = (t: TFunction<'texts'>, code: string): string =>
  isMadeCode(code) ? t('ui.madeCode', { code }) : code
