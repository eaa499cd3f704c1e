import { useTranslation } from 'react-i18next'
import { useDustfallHeading } from '@/map/legend/use-dustfall-heading'
import { useLookText } from '@/map/legend/use-look-text'
import { useKindTexts } from '@/store/words/kinds'
import type { LegendHeadings } from './pinned-words'

/** Headings of legend entries that are grouped under a name. */
export function useLegendHeadings(): LegendHeadings {
  const { t } = useTranslation()
  const kindTexts = useKindTexts()
  const lookText = useLookText()
  const dustfallHeading = useDustfallHeading()
  return {
    look: ({ kind, column }) => lookText.heading(kind, column),
    dustfall: (entry) => dustfallHeading(t('frame.dates.dustfall'), entry),
    line: ({ kind }) => kindTexts.title(kind),
  }
}
