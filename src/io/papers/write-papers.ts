import type { MeetingPapers } from './papers'
import { printable } from './printable'

export const PAPER_FORMATS = ['xlsx', 'csv', 'pptx', 'html'] as const
export type PaperFormat = (typeof PAPER_FORMATS)[number]

/** Writes a paper in a format; each format's library is loaded on demand. */
export async function writePapers(given: MeetingPapers, format: PaperFormat): Promise<Blob> {
  const papers = printable(given)
  switch (format) {
    case 'xlsx':
      return (await import('./papers-xlsx')).rankingWorkbook(papers)
    case 'csv':
      return (await import('./papers-csv')).rankingCsv(papers)
    case 'pptx':
      return (await import('./papers-pptx')).meetingSlides(papers)
    case 'html':
      return (await import('./papers-html')).meetingPage(papers)
  }
}
