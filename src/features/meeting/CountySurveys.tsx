import { useTranslation } from 'react-i18next'
import type { IsoDay } from '@/domain/calendar'
import type { CountyStory } from '@/questions/month/county-story'
import { useDataWords } from '@/store/words/data-words'
import { dayName } from '@/store/words/day-name'
import { useKindTexts } from '@/store/words/kinds'
import classes from './CountyScene.module.css'

/** Most sources named per survey; the rest are given as a count. */
const MAX_SURVEYED = 4

/** A county's survey results up to a day and its current grades: a line or two per kind, with the latest survey day. */
export function CountySurveys({ story, day }: { readonly story: CountyStory; readonly day: IsoDay }) {
  const { t } = useTranslation()
  const kindTexts = useKindTexts()
  const { word, list } = useDataWords()
  return (
    <dl className={classes.surveys}>
      {story.surveyed.map(({ kind, best, known, newest, below }) => {
        const named = below.slice(0, MAX_SURVEYED).map(({ name, grade }) => `${name} ${word(grade)}`)
        const left = below.length - named.length
        return (
          <div key={kind}>
            <dt>{t('meeting.below', { kind: kindTexts.title(kind), best: word(best) })}</dt>
            <dd>
              {known === 0 ? t('figures.noSurvey', { day: dayName(t, day) }) : list(named) || t('meeting.noneBelow')}
              {left > 0 && ` ${t('meeting.scenes.moreItems', { count: left })}`}
              {newest && t('figures.surveyed', { day: dayName(t, newest) })}
            </dd>
          </div>
        )
      })}
      {story.graded
        .filter(({ counts }) => counts.length > 0)
        .map(({ kind, counts }) => (
          <div key={kind}>
            <dt>{`${t('meeting.scenes.byGrade', { kind: kindTexts.title(kind) })}${t('figures.asItIsNote')}`}</dt>
            <dd>
              {counts.map(({ grade, count }) => (
                <span key={grade}>
                  {word(grade) || t('meeting.noGrade')} <b>{count}</b>
                </span>
              ))}
            </dd>
          </div>
        ))}
    </dl>
  )
}
