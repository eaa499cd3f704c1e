import { isCorrected } from '@/domain/dustfall/county-month'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { BulletinPart } from './template'

/** A bulletin with corrected figures says so in its title. */
export function asCorrection(parts: readonly BulletinPart[], { rows }: MonthReport): readonly BulletinPart[] {
  if (!rows.some(({ figure }) => isCorrected(figure))) return parts
  return parts.map((part) =>
    part.type === 'title' && !part.text.includes('更正') ? { ...part, text: `${part.text}（更正）` } : part,
  )
}
