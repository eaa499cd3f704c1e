import type { TFunction } from 'i18next'
import { reworded } from '@/domain/dustfall/publication'

/** What stands beside a published figure, in the language of the screen; what an office wrote itself stays as it is. */
export const publicationText = (t: TFunction<'texts'>, publication: string): string =>
  reworded(publication, {
    published: (day) => t('meeting.publishedOn', { day }),
    corrected: (day, from, to) => t('meeting.corrected', { day, from, to }),
    and: t('ui.semicolon'),
  })
