import { zh } from '@/i18n/zh-CN'
import type { ManualPage } from '@/ui/controls/HelpLink'

/** Page names in the order of the contents. */
export const PAGE_NAMES = Object.keys(zh.manual.pages) as readonly ManualPage[]

/** The page with a name as used in an address: the first page for null, undefined if there is no such page. */
export const pageNamed = (name: string | null): ManualPage | undefined =>
  name === null ? PAGE_NAMES[0] : PAGE_NAMES.find((each) => each === name)
