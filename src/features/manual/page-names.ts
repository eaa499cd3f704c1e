import { zh } from '@/i18n/zh-CN'
import type { ManualPage } from '@/ui/controls/HelpLink'

/** The pages in the order of the contents. */
export const PAGE_NAMES = Object.keys(zh.manual.pages) as readonly ManualPage[]

/** The page of a name, as an address has it: the first where none is named, undefined where there is no such page. */
export const pageNamed = (name: string | null): ManualPage | undefined =>
  name === null ? PAGE_NAMES[0] : PAGE_NAMES.find((each) => each === name)
