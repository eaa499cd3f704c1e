import { isCorrected } from '@/domain/dustfall/county-month'
import type { MonthReport } from '@/domain/dustfall/month-report'

/** Adds （更正） to a title if figures of its month were corrected. */
export const correctionTitle = (title: string, { rows }: MonthReport): string =>
  rows.some(({ figure }) => isCorrected(figure)) && !title.includes('更正') ? `${title}（更正）` : title

/** Marks the title of a paper that contains corrected figures. */
export const markAsCorrection = <T extends { readonly type: string; readonly text?: string }>(
  parts: readonly T[],
  report: MonthReport,
): readonly T[] =>
  parts.map((part) =>
    part.type === 'title' && part.text !== undefined ? { ...part, text: correctionTitle(part.text, report) } : part,
  )
