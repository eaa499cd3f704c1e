import { countedFormat } from '@/i18n/counted'
import { zh } from '@/i18n/zh-CN'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The app's text as displayed, with known values filled in and any text for the others. */
export function displayedText(template: string, values: Readonly<Record<string, string | number>> = {}): RegExp {
  const parts = template.split(/\{\{(\w+)\}\}/)
  const filled = (key: string) =>
    String(countedFormat.format(values[key], undefined, 'zh-CN', { interpolationkey: key }))
  return new RegExp(
    parts.map((part, i) => (i % 2 === 0 ? escaped(part) : part in values ? escaped(filled(part)) : '.*')).join(''),
  )
}

/** The app's texts, so that a campaign does not depend on the label of a button. */
export const words = zh
